import { Type } from 'typebox';
import { publishDraft } from '../../../../commands/drafts/publish-draft.ts';
import { may } from '../../../../domain/desk/rights.ts';
import { closed } from '../../../../schemas/fields.ts';
import {
  draftParams,
  headReader,
  how,
  publishedWire,
  rightToPublish,
  version,
  whoAsks,
} from '../../draft-calls.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

export const publishEndpoint = deskEndpoint({
  at: 'POST /drafts/:draftId/publication',
  params: draftParams,
  body: closed({ version, how: Type.Optional(how) }),
  async answer(call) {
    const { newsroom, draft, person, grant, body } = call;
    if (!draft) throw new Error('a publication was asked for where no draft is named');
    const right = rightToPublish(draft, body.how?.as);
    if (!may(person, right, { grant })) return { type: 'not-allowed', action: right };
    const order = { draftId: draft.id, ...body, contentAtHead: headReader(call) };
    const done = await publishDraft(newsroom, whoAsks(call), order);
    return done.type === 'published' ? ok(publishedWire(done, call.baseUrl())) : done;
  },
});

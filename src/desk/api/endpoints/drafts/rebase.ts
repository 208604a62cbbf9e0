import { publishedVersion, rebaseDraft } from '../../../../commands/drafts/rebase-draft.ts';
import { closed } from '../../../../schemas/fields.ts';
import { act, draftParams, version } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const rebaseEndpoint = deskEndpoint({
  at: 'PUT /drafts/:draftId/base',
  params: draftParams,
  body: closed({ version, baseVersion: version }),
  async answer(call) {
    const { newsroom, draft, body } = call;
    const standing = draft && (await publishedVersion(newsroom.storage, draft));
    return act(call, body.version, rebaseDraft(body.baseVersion, standing));
  },
});

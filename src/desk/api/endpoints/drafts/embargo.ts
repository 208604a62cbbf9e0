import { embargoDraft, liftEmbargo } from '../../../../commands/drafts/embargo-draft.ts';
import { closed } from '../../../../schemas/fields.ts';
import { act, draftParams, instantAt, version, versionQuery, when } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const embargoEndpoint = deskEndpoint({
  at: 'PUT /drafts/:draftId/embargo',
  params: draftParams,
  body: closed({ version, until: when }),
  async answer(call) {
    const until = instantAt('/until', call.body.until);
    if (typeof until !== 'string') return until;
    return act(call, call.body.version, embargoDraft(until));
  },
});

export const liftEmbargoEndpoint = deskEndpoint({
  at: 'DELETE /drafts/:draftId/embargo',
  params: draftParams,
  query: versionQuery,
  answer: (call) => act(call, call.query.version, liftEmbargo()),
});

import { restoreDraft, trashDraft } from '../../../../commands/drafts/trash-draft.ts';
import { act, draftParams, versionBody, versionQuery } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const trashEndpoint = deskEndpoint({
  at: 'PUT /drafts/:draftId/trash',
  params: draftParams,
  body: versionBody,
  answer: (call) => act(call, call.body.version, trashDraft()),
});

export const restoreEndpoint = deskEndpoint({
  at: 'DELETE /drafts/:draftId/trash',
  params: draftParams,
  query: versionQuery,
  answer: (call) => act(call, call.query.version, restoreDraft()),
});

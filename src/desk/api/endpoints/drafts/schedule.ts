import { scheduleDraft, unscheduleDraft } from '../../../../commands/drafts/schedule-draft.ts';
import { closed } from '../../../../schemas/fields.ts';
import { act, draftParams, instantAt, version, versionQuery, when } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const scheduleEndpoint = deskEndpoint({
  at: 'PUT /drafts/:draftId/schedule',
  params: draftParams,
  body: closed({ version, publishAt: when }),
  async answer(call) {
    const publishAt = instantAt('/publishAt', call.body.publishAt);
    if (typeof publishAt !== 'string') return publishAt;
    return act(call, call.body.version, scheduleDraft(publishAt));
  },
});

export const unscheduleEndpoint = deskEndpoint({
  at: 'DELETE /drafts/:draftId/schedule',
  params: draftParams,
  query: versionQuery,
  answer: (call) => act(call, call.query.version, unscheduleDraft()),
});

import { Type } from 'typebox';
import { scheduleDraft, unscheduleDraft } from '../../../../commands/drafts/schedule-draft.ts';
import { may } from '../../../../domain/desk/rights.ts';
import { closed } from '../../../../schemas/fields.ts';
import {
  act,
  draftParams,
  how,
  instantAt,
  rightToPublish,
  version,
  versionQuery,
  when,
} from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';

export const scheduleEndpoint = deskEndpoint({
  at: 'PUT /drafts/:draftId/schedule',
  params: draftParams,
  body: closed({ version, publishAt: when, how: Type.Optional(how) }),
  async answer(call) {
    const publishAt = instantAt('/publishAt', call.body.publishAt);
    if (typeof publishAt !== 'string') return publishAt;
    const { draft, person, grant, body } = call;
    // Whoever has it go out as a correction is somebody who may publish it as one.
    const right = draft && body.how ? rightToPublish(draft, body.how.as) : null;
    if (right && !may(person, right, { grant })) return { type: 'not-allowed', action: right };
    return act(call, body.version, scheduleDraft(publishAt, body.how), { keeping: true });
  },
});

export const unscheduleEndpoint = deskEndpoint({
  at: 'DELETE /drafts/:draftId/schedule',
  params: draftParams,
  query: versionQuery,
  answer: (call) => act(call, call.query.version, unscheduleDraft()),
});

import { Type } from 'typebox';
import { changeDetails } from '../../../../commands/change-details.ts';
import { changeSlug } from '../../../../commands/change-slug.ts';
import { changeState } from '../../../../commands/change-state.ts';
import { LONGEST } from '../../../../commands/fields.ts';
import { closed, line, lineOrNull, state } from '../../../../schemas/fields.ts';
import { instantAt, when } from '../../draft-calls.ts';
import { deskEndpoint } from '../../endpoint.ts';
import { onStory, seen, storyParams } from '../../on-story.ts';

export const stateEndpoint = deskEndpoint({
  at: 'PUT /stories/:storyId/state',
  params: storyParams,
  body: closed({ state, until: Type.Optional(Type.Union([when, Type.Null()])), ...seen }),
  async answer(call) {
    const { state: next, until: given = null, version } = call.body;
    const until = given === null ? null : instantAt('/until', given);
    if (until !== null && typeof until !== 'string') return until;
    const done = await onStory(call, version, [changeState(next, until)]);
    if (done.type !== 'invalid') return done;
    // The verb tells of the field as the API has it.
    const errors = done.errors.map((error) => ({ ...error, pointer: '/until' }));
    return { type: 'invalid', errors };
  },
});

export const slugEndpoint = deskEndpoint({
  at: 'PUT /stories/:storyId/slug',
  params: storyParams,
  body: closed({ slug: Type.String({ maxLength: 200 }), ...seen }),
  answer: (call) => onStory(call, call.body.version, [changeSlug(call.body.slug)]),
});

export const detailsEndpoint = deskEndpoint({
  at: 'PATCH /stories/:storyId/details',
  params: storyParams,
  body: closed({
    zone: Type.Optional(line(64, 'IANA name.')),
    placeZone: Type.Optional(lineOrNull(64, 'IANA name; null: none.')),
    section: Type.Optional(lineOrNull(LONGEST.name, 'Null: none.')),
    lang: Type.Optional(line(35, 'BCP 47.')),
    ...seen,
  }),
  answer(call) {
    const { version, ...details } = call.body;
    return onStory(call, version, [changeDetails(details)]);
  },
});

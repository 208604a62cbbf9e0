import { Type } from 'typebox';
import { LONGEST } from '../../../../commands/fields.ts';
import { continueNextDay } from '../../../../commands/next-day.ts';
import { may } from '../../../../domain/desk/rights.ts';
import { isTimedId } from '../../../../domain/id.ts';
import { closed, id, lineOrNull } from '../../../../schemas/fields.ts';
import type { NextDayDoneWire } from '../../../shared/wire.ts';
import { deskEndpoint } from '../../endpoint.ts';
import { doneWire, seen, storyParams } from '../../on-story.ts';

/** Continues a story as its next day: the one ends and the other opens in one commit. */
export const nextDayEndpoint = deskEndpoint({
  at: 'POST /stories/:storyId/next-day',
  params: storyParams,
  body: closed({
    storyId: id,
    headline: Type.String({ maxLength: LONGEST.headline }),
    dek: Type.Optional(lineOrNull(LONGEST.line, 'One line.')),
    ...seen,
  }),
  async answer({ newsroom, actor, person, grant, baseUrl, params, body }) {
    if (!may(person, 'open-story', { grant })) return { type: 'not-allowed', action: 'open-story' };
    const { storyId: nextId, ...words } = body;
    if (!isTimedId(nextId)) {
      const detail = 'must be a UUID of version 7, in small letters';
      return { type: 'invalid', errors: [{ pointer: '/storyId', detail }] };
    }
    const done = await continueNextDay(newsroom, { actor, storyId: params.storyId, nextId, ...words });
    if (done.type !== 'continued') return done;
    const former = doneWire(done.former, baseUrl());
    const answer: NextDayDoneWire = { ...doneWire(done.next, baseUrl()), former };
    return { type: 'reply', status: 201, body: answer };
  },
});

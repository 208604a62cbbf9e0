import { ask } from '../../../net/api.ts';
import type {
  DetailsWire,
  DoneWire,
  NextDayDoneWire,
  NextDayWire,
  RetractedWire,
  SlugWire,
  StateWire,
} from '../../../../shared/wire.ts';

const update = (updateId: string) => ({ params: { updateId } });
const story = (storyId: string) => ({ params: { storyId } });

/** What the newsroom is asked to do with what is published; each throws a `Problem` where it was not done. */
export const storyCalls = {
  retract: (id: string, reason: string, version: number) =>
    ask<RetractedWire>('POST /updates/:updateId/retraction', { ...update(id), body: { reason, version } }),
  pin: (id: string, pinned: boolean) =>
    ask<DoneWire>(pinned ? 'PUT /updates/:updateId/pin' : 'DELETE /updates/:updateId/pin', update(id)),
  keyEvent: (id: string, on: boolean) =>
    ask<DoneWire>(
      on ? 'PUT /updates/:updateId/key-event' : 'DELETE /updates/:updateId/key-event',
      update(id),
    ),
  state: (id: string, body: StateWire) =>
    ask<DoneWire>('PUT /stories/:storyId/state', { ...story(id), body }),
  slug: (id: string, body: SlugWire) => ask<DoneWire>('PUT /stories/:storyId/slug', { ...story(id), body }),
  details: (id: string, body: DetailsWire) =>
    ask<DoneWire>('PATCH /stories/:storyId/details', { ...story(id), body }),
  nextDay: (id: string, body: NextDayWire) =>
    ask<NextDayDoneWire>('POST /stories/:storyId/next-day', { ...story(id), body }),
};

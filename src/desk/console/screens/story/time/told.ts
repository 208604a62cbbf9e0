import type { Instant } from '../../../../../domain/time.ts';
import type { StoryWire } from '../../../../shared/wire.ts';
import { clockBeside, clockWords, fullClockWords, sameClock } from '../../../kit/clock-words.ts';
import type { Speech } from '../../../words/words.tsx';

/** How instants are told beside a story: by the newsroom's clock, and by that of the place. */
export type Told = {
  /** `1:30 a.m. ET`, with its date on another day than today. */
  stamp(at: Instant): string;
  /** With its date and year. */
  full(at: Instant): string;
  /** What the clock shows where it happens, with its date where that is another; null where it shows the same. */
  place(at: Instant): string | null;
};

type Zones = Pick<StoryWire, 'zone' | 'placeZone'>;

/** `now`: the server's, ms. */
export const toldIn = (speech: Speech, { zone, placeZone }: Zones, now: () => number): Told => ({
  stamp: (at) => clockWords(speech, at, zone, now()),
  full: (at) => fullClockWords(speech, at, zone),
  place: (at) =>
    placeZone === null || sameClock(at, zone, placeZone) ? null : clockBeside(speech, at, zone, placeZone),
});

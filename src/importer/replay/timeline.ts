import type { Instant } from '../../domain/time.ts';
import type { ProposedStory } from '../proposal.ts';
import { find, openingInstant, shown, type Found } from './times.ts';

/** When each part of a proposed story takes effect. `index` is its place in the proposal. */
export type Moment = { at: Instant; timeKnown: boolean; index: number };
export type Timeline = {
  openedAt: Instant;
  /** Oldest first. */
  updates: Moment[];
  corrections: Moment[];
  /** The last instant of all. */
  endedAt: Instant;
  warnings: string[];
};

/** Puts the parts of a story in the order of their instants; one without a time of its own takes the instant before it. */
export function timelineOf(story: ProposedStory, zone: string, now: Instant): Timeline {
  const updates = oldestFirst(story, zone);
  const corrections = story.corrections.map(({ time }) => find(time, zone));
  const times = [...updates.map(({ found }) => found), ...corrections].filter((found) => found !== null);
  const first = times.reduce<Found | null>((a, b) => (a === null || b.at < a.at ? b : a), null);
  const { at: openedAt, warning } = openingInstant(find(story.publishedAt, zone), first, now, zone);
  let before = openedAt;
  const placed = updates.map(({ found, index }): Moment => {
    before = placeAfter(before, found);
    return { at: before, timeKnown: found?.sure ?? false, index };
  });
  placed.sort(byInstant);
  const last = placed.at(-1)?.at ?? openedAt;
  const told = corrections.map((found, index): Moment => {
    return { at: found?.at ?? last, timeKnown: found?.sure ?? false, index };
  });
  told.sort(byInstant);
  const endedAt = [last, ...told.map(({ at }) => at)].toSorted().at(-1)!;
  const warnings = [warning ?? [], told.some(({ timeKnown }) => !timeKnown) ? UNDATED : []].flat();
  if (endedAt > now) warnings.push(ahead(endedAt, zone));
  return { openedAt, updates: placed, corrections: told, endedAt, warnings };
}

const UNDATED = 'A correction gives no time of its own; it stands after the last update.';
const ahead = (at: Instant, zone: string): string =>
  `The post has a time that lies ahead of the clock, ${shown(at, zone)}; it is kept as written.`;

function oldestFirst(story: ProposedStory, zone: string): { found: Found | null; index: number }[] {
  const updates = story.updates.map(({ time }, index) => ({ found: find(time, zone), index }));
  return story.order === 'newest-first' ? updates.toReversed() : updates;
}

/** Of a day alone: not before the day begins, and not before what was printed before it. */
function placeAfter(before: Instant, found: Found | null): Instant {
  if (found === null || (found.dayOnly && found.at < before)) return before;
  return found.at;
}

const byInstant = (a: Moment, b: Moment): number => (a.at < b.at ? -1 : Number(a.at > b.at));

import type { Instant } from '../domain/time.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { local } from './language/clock-face.ts';
import type { Timed } from './time.ts';

/**
 * Days are told apart by their number, so far. Two updates that stand together and lie a multiple of so many days apart
 * would pass for one day's: a prime that is no week, month or year.
 */
export const DAYS = 37;

/** The number of the newsroom's day, 0 … 36: the style sheet shows an update's day where the one before it has another. */
export function dayNumber({ story }: Timed, at: Instant): number {
  const { year, month, day } = local(at, story.zone);
  const days = Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
  return ((days % DAYS) + DAYS) % DAYS;
}

/** The day's heading. It stands in every update: which of them show it changes with what comes and goes, and needs no script. */
export function renderDay({ story, language }: Timed, at: Instant): Html {
  const date = local(at, story.zone).toPlainDate();
  const told = language.clock.day(at, story.zone, date.year !== local(story.openedAt, story.zone).year);
  // No `<time>`: it is told by the newsroom's clock whichever clock a reader chose.
  return html`<p class="day">${told}</p>`;
}

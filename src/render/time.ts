import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import { clockSince, datedClock, sameClock } from './clock.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import { sentences } from './sentences.ts';

type Zones = Pick<Story, 'zone' | 'placeZone'>;

/** When something happened in a story: the clock, with the date where the day is not the one the story opened on. */
export function stamp(story: Pick<Story, 'zone' | 'openedAt'>, at: Instant): string {
  return clockSince(story.openedAt, at, story.zone);
}

/** `<time>` in the newsroom's zone; the place's clock, where it has one of its own, is the title. */
export function renderTime(story: Zones, at: Instant, text: string | Html): Html {
  const place = placeClock(story, at);
  const title = attribute('title', place === null ? null : sentences.placeClock(place));
  return html`<time datetime="${at}"${title}>${text}</time>`;
}

/** The same, read beside another time: the date stands only where the day is another. */
export function renderTimeSince(story: Zones, day: Instant, at: Instant): Html {
  return renderTime(story, at, clockSince(day, at, story.zone));
}

/** What the clock showed where the story happened; null where it is the newsroom's. */
export function placeClock({ zone, placeZone }: Zones, at: Instant): string | null {
  if (placeZone === null || sameClock(at, zone, placeZone)) return null;
  return datedClock(at, placeZone);
}

/** The `lang` of a story's own words, where it is not the one the interface speaks. */
export function wordsLang({ lang }: Pick<Story, 'lang'>): Html {
  return attribute('lang', lang === sentences.lang ? null : lang);
}

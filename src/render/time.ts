import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import { clockSince, datedClock, sameClock } from './clock.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';

/** Whose times are told, and in which language. */
export type Timed = { story: Pick<Story, 'zone' | 'placeZone' | 'openedAt'>; language: Language };

/** When something happened in a story: the clock, with the date where the day is not the one the story opened on. */
export function stamp({ story, language }: Timed, at: Instant): string {
  return clockSince(language, story.openedAt, at, story.zone);
}

/** `<time>` in the newsroom's zone; the place's clock, where it has one of its own, is the title. */
export function renderTime(view: Timed, at: Instant, text: string | Html = stamp(view, at)): Html {
  const place = placeClock(view, at);
  const title = attribute(
    'title',
    place === null ? null : view.language.say('dates.placeClock', { time: place }),
  );
  return html`<time datetime="${at}"${title}>${text}</time>`;
}

/** The same, read beside another time: the date stands only where the day is another. */
export function renderTimeSince(view: Timed, day: Instant, at: Instant): Html {
  return renderTime(view, at, clockSince(view.language, day, at, view.story.zone));
}

/** With its date and year, for where stories of many days stand side by side. */
export function renderDated(view: Timed, at: Instant): Html {
  return renderTime(view, at, datedClock(view.language, at, view.story.zone, { year: true }));
}

/** What the clock showed where the story happened; null where it is the newsroom's. */
export function placeClock({ story, language }: Timed, at: Instant): string | null {
  const { zone, placeZone } = story;
  if (placeZone === null || sameClock(at, zone, placeZone)) return null;
  return datedClock(language, at, placeZone);
}

/** The `lang` of a story's own words, where it is not the one the interface speaks. */
export function wordsLang({ story, language }: { story: Pick<Story, 'lang'>; language: Language }): Html {
  return attribute('lang', story.lang === language.tag ? null : story.lang);
}

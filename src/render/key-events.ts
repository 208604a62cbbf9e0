import { updatePath } from '../domain/addresses.ts';
import type { Instant } from '../domain/time.ts';
import type { Update } from '../domain/update.ts';
import { datedClock, toldSince } from './clock.ts';
import { nameOf } from './first-words.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { renderTime, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

/** So many stand open; earlier ones are folded away, or a long night would push its own updates off the screen. */
const OPEN = 7;

type KeyEventsView = Pick<StoryView, 'story' | 'language' | 'keyEvents'>;

/** The night's key events, newest first: time and title. */
export function renderKeyEvents(view: KeyEventsView): Html {
  const { language, keyEvents } = view;
  if (keyEvents.length === 0) return NOTHING;
  const isOfDays = keyEvents.some(({ at, timeKnown }) => timeKnown && !isOfFirstDay(view, at));
  const lines = keyEvents.map((update) => renderLine(view, update, isOfDays));
  const earlier = lines.slice(OPEN);
  const folded =
    earlier.length > 0 &&
    html`<details><summary>${language.say('keyEvents.earlier', { n: earlier.length })}</summary><ol>${earlier}</ol></details>`;
  return html`<section class="key-events" aria-labelledby="key-events"><h2 id="key-events">${language.say('keyEvents.heading')}</h2><ol>${lines.slice(0, OPEN)}</ol>${folded}</section>`;
}

function isOfFirstDay({ story, language }: KeyEventsView, at: Instant): boolean {
  return toldSince(language, story.openedAt, at, story.zone).date === null;
}

/** Once they are of several days each has its date: below another day's, a clock alone would be taken for that day's. */
function renderLine(
  view: KeyEventsView,
  { id, at, timeKnown, title, body }: Update,
  isOfDays: boolean,
): Html {
  const { story, language } = view;
  const dated = isOfDays && isOfFirstDay(view, at) ? datedClock(language, at, story.zone) : undefined;
  const time = timeKnown && renderTime(view, at, dated);
  const name = html`<bdi class="words"${wordsLang(view)}>${nameOf({ title, body })}</bdi>`;
  return html`<li><a href="${updatePath(story.slug, id)}">${time} ${name}</a></li>`;
}

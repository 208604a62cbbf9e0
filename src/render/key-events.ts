import { updatePath } from '../domain/addresses.ts';
import type { Update } from '../domain/update.ts';
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
  const lines = keyEvents.map((update) => renderLine(view, update));
  const earlier = lines.slice(OPEN);
  const folded =
    earlier.length > 0 &&
    html`<details><summary>${language.say('keyEvents.earlier', { n: earlier.length })}</summary><ol>${earlier}</ol></details>`;
  return html`<section class="key-events" aria-labelledby="key-events"><h2 id="key-events">${language.say('keyEvents.heading')}</h2><ol>${lines.slice(0, OPEN)}</ol>${folded}</section>`;
}

function renderLine(view: KeyEventsView, update: Update): Html {
  const time = update.timeKnown && renderTime(view, update.at);
  const name = html`<bdi class="words"${wordsLang(view)}>${nameOf(update)}</bdi>`;
  return html`<li><a href="${updatePath(view.story.slug, update.id)}">${time} ${name}</a></li>`;
}

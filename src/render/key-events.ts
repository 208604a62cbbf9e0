import { updatePath } from '../domain/addresses.ts';
import type { Story } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { nameOf } from './first-words.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { NOTHING } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderTime, stamp, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

/** So many stand open; earlier ones are folded away, or a long night would push its own updates off the screen. */
const OPEN = 7;

/** The night's key events, newest first: time and title. */
export function renderKeyEvents({ story, keyEvents }: Pick<StoryView, 'story' | 'keyEvents'>): Html {
  if (keyEvents.length === 0) return NOTHING;
  const lines = keyEvents.map((update) => renderLine(story, update));
  const earlier = lines.slice(OPEN);
  const folded =
    earlier.length > 0 &&
    html`<details><summary>${sentences.earlierEvents(earlier.length)}</summary><ol>${earlier}</ol></details>`;
  return html`<section class="key-events" aria-labelledby="key-events"><h2 id="key-events">${sentences.keyEvents}</h2><ol>${lines.slice(0, OPEN)}</ol>${folded}</section>`;
}

function renderLine(story: Story, update: Update): Html {
  const time = update.timeKnown && renderTime(story, update.at, stamp(story, update.at));
  const name = html`<bdi class="words"${wordsLang(story)}>${nameOf(update)}</bdi>`;
  return html`<li><a href="${updatePath(story.slug, update.id)}">${time} ${name}</a></li>`;
}

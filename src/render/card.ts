import { storyPath } from '../domain/addresses.ts';
import type { Story } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { datedClock } from './clock.ts';
import { nameOf } from './first-words.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { withMarkup } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderState } from './state.ts';
import { renderTime, wordsLang } from './time.ts';
import { renderSection } from './top.ts';

/** Characters of the latest update: two or three lines. */
const LATEST = 180;

/** A story on the front page: headline, state, section, and its latest line with its time. `data-updated` sorts it. */
export function renderCard({ story, latest }: { story: Story; latest: Update | null }): Html {
  const { id, slug, state, updatedAt, top } = story;
  const lang = wordsLang(story);
  return html`<article class="card" id="s-${id}" data-state="${state}" data-updated="${updatedAt}">${[
    html`<p class="kicker">${renderState(story)}${renderSection(story)}</p>`,
    html`<h2 dir="auto"${lang}><a href="${storyPath(slug)}">${top.headline}</a></h2>`,
    top.dek !== null && html`<p class="dek" dir="auto"${lang}>${top.dek}</p>`,
    latest === null ? renderOpened(story) : renderLatest(story, latest),
  ]}</article>`;
}

function renderLatest(story: Story, latest: Update): Html {
  const words = html`<bdi class="words"${wordsLang(story)}>${nameOf(latest, LATEST)}</bdi>`;
  const time = latest.timeKnown && html`${renderDated(story, latest.at)} `;
  return html`<p class="latest">${time}${words}</p>`;
}

function renderOpened(story: Story): Html {
  return html`<p class="latest">${withMarkup(sentences.opened, renderDated(story, story.openedAt))}</p>`;
}

/** Stories of many days stand side by side, so the whole date is given. */
function renderDated(story: Story, at: string): Html {
  return renderTime(story, at, datedClock(at, story.zone, { year: true }));
}

import { updatePath } from '../domain/addresses.ts';
import type { Instant } from '../domain/time.ts';
import { datedClock } from './clock.ts';
import { nameOf } from './first-words.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { withMarkup } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderTime, stamp, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

/** First published, last updated, when the top was written; and the latest update in a line. It changes with every post. */
export function renderDates(view: Pick<StoryView, 'story' | 'latest'>): Html {
  return html`<p class="dates">${datesOf(view)}</p>${renderLatest(view)}`;
}

function datesOf({ story }: Pick<StoryView, 'story'>): Html[] {
  const { openedAt, updatedAt, topWrittenAt, topVersion, zone } = story;
  const time = (at: Instant): Html => renderTime(story, at, stamp(story, at));
  const opened = renderTime(story, openedAt, datedClock(openedAt, zone, { year: true }));
  const dates = [withMarkup(sentences.firstPublished, opened)];
  if (updatedAt !== openedAt) dates.push(withMarkup(sentences.lastUpdated, time(updatedAt)));
  if (topVersion > 1) dates.push(withMarkup(sentences.topWritten, time(topWrittenAt)));
  return dates.map((date, at) => html`${at > 0 && ' '}<span>${date}</span>`);
}

function renderLatest({ story, latest }: Pick<StoryView, 'story' | 'latest'>): Html | null {
  if (latest === null) return null;
  const time = latest.timeKnown && html` ${renderTime(story, latest.at, stamp(story, latest.at))}`;
  const words = html`<bdi class="words"${wordsLang(story)}>${nameOf(latest)}</bdi>`;
  return html`<p class="latest"><a href="${updatePath(story.slug, latest.id)}"><span class="label">${sentences.latest}</span>${time} ${words}</a></p>`;
}

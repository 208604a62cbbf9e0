import { historyPath, updatePath } from '../domain/addresses.ts';
import { nameOf } from './first-words.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { renderDated, renderTime, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

/** First published, last updated, when the top was written; and the latest update in a line. It changes with every post. */
export function renderDates(view: Pick<StoryView, 'story' | 'language' | 'latest'>): Html {
  return html`<p class="dates">${datesOf(view)}</p>${renderLatest(view)}`;
}

function datesOf(view: Pick<StoryView, 'story' | 'language'>): Html[] {
  const { language, story } = view;
  const { openedAt, updatedAt, topWrittenAt, topVersion } = story;
  const dates = [language.tell('dates.firstPublished', { time: renderDated(view, openedAt) })];
  if (updatedAt !== openedAt)
    dates.push(language.tell('dates.lastUpdated', { time: renderTime(view, updatedAt) }));
  if (topVersion > 1) {
    const written = language.tell('dates.topWritten', { time: renderTime(view, topWrittenAt) });
    dates.push(html`<a href="${historyPath(story.slug)}">${written}</a>`);
  }
  return dates.map((date, at) => html`${at > 0 && ' '}<span>${date}</span>`);
}

function renderLatest(view: Pick<StoryView, 'story' | 'language' | 'latest'>): Html | null {
  const { story, language, latest } = view;
  if (latest === null) return null;
  const time = latest.timeKnown && html` ${renderTime(view, latest.at)}`;
  const words = html`<bdi class="words"${wordsLang(view)}>${nameOf(latest)}</bdi>`;
  return html`<p class="latest"><a href="${updatePath(story.slug, latest.id)}"><span class="label">${language.say('dates.latest')}</span>${time} ${words}</a></p>`;
}

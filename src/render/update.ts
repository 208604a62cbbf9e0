import { updatePath } from '../domain/addresses.ts';
import { isEmptyDocument } from '../domain/document.ts';
import type { Story } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { renderName } from './author.ts';
import { toldSince } from './clock.ts';
import { renderCorrection } from './correction.ts';
import { dayNumber, renderDay } from './day.ts';
import { renderDocument } from './document.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { renderTime, renderTimeSince, wordsLang, type Timed } from './time.ts';
import type { StoryView } from './view.ts';

/** What an update is rendered from, besides itself. */
export type UpdateView = Pick<StoryView, 'story' | 'language' | 'authors' | 'corrections' | 'media'>;

/**
 * One update as it stands, for the page, the stream and its own page alike: the same arguments give the same bytes.
 * A retracted one is a stub with its reason.
 */
export function renderUpdate(view: UpdateView, update: Update): Html {
  const { id, seq, status, keyEvent } = update;
  const kind = status === 'retracted' ? ' retracted' : keyEvent ? ' key-event' : '';
  const content = status === 'retracted' ? renderStub(view, update) : renderStanding(view, update);
  return html`<article id="u-${id}" class="update${kind}" data-seq="${seq}" data-day="${dayNumber(view, update.at)}">${renderDay(view, update.at)}${content}</article>`;
}

/** Title, body and what was changed since: an update without its head. */
export function renderWords(view: UpdateView, update: Update): Html {
  const { title, body, editedAt } = update;
  const lang = wordsLang(view);
  const own = view.corrections.filter((correction) => correction.updateId === update.id);
  return html`${[
    title !== null && html`<h3 class="title" dir="auto"${lang}>${title}</h3>`,
    !isEmptyDocument(body) && html`<div class="body"${lang}>${renderDocument(view, body)}</div>`,
    editedAt !== null &&
      html`<p class="edited">${view.language.tell('update.edited', { time: renderTimeSince(view, update.at, editedAt) })}</p>`,
    own.map((correction) => renderCorrection(view, correction, update.at)),
  ]}`;
}

/** The update's time, leading to its own page. */
export function renderPermalink(view: Timed & { story: Pick<Story, 'slug'> }, update: Update): Html {
  const { story, language } = view;
  const { at, timeKnown, id } = update;
  const { date, clock } = toldSince(language, story.openedAt, at, story.zone);
  const told = html`${date !== null && html`<span class="date">${date}<span class="comma">,</span></span> `}<span class="clock">${clock}</span>`;
  const time = timeKnown ? renderTime(view, at, told) : language.say('dates.timeNotGiven');
  return html`<a class="permalink" rel="bookmark" href="${updatePath(story.slug, id)}">${time}</a>`;
}

function renderStanding(view: UpdateView, update: Update): Html {
  const { story, language, authors } = view;
  const { keyEvent, analysis, author, id } = update;
  const marks = [
    keyEvent && html` <span class="mark">${language.say('update.keyEvent')}</span>`,
    analysis && html` <span class="mark">${language.say('update.analysis')}</span>`,
    author !== null && html` <span class="by">${renderName(author, authors)}</span>`,
  ];
  const share = html`<p class="tools"><a class="share" href="${updatePath(story.slug, id)}">${language.say('update.share')}</a></p>`;
  return html`<p class="stamp">${renderPermalink(view, update)}${marks}</p>${renderWords(view, update)}${share}`;
}

function renderStub(view: UpdateView, update: Update): Html {
  return html`<p class="stamp">${renderPermalink(view, update)}</p>${renderWithdrawal(view, update)}`;
}

/** When a retracted update was taken back, and why: a stub without its head. */
export function renderWithdrawal(view: UpdateView, update: Update): Html {
  const { at, retractedAt, retractionReason } = update;
  const when = view.language.tell('update.retracted', { time: renderTimeSince(view, at, retractedAt ?? at) });
  const why = html`<p class="reason" dir="auto"${wordsLang(view)}>${retractionReason}</p>`;
  return html`<p class="label">${when}</p>${why}`;
}

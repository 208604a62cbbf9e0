import { updatePath } from '../domain/addresses.ts';
import { isEmptyDocument } from '../domain/document.ts';
import type { Story } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { renderName } from './author.ts';
import { toldSince } from './clock.ts';
import { renderCorrection } from './correction.ts';
import { renderDocument } from './document.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { withMarkup } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderTime, renderTimeSince, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

/** What an update is rendered from, besides itself. */
export type UpdateView = Pick<StoryView, 'story' | 'authors' | 'corrections'>;

/**
 * One update as it stands, for the page, the stream and its own page alike: the same arguments give the same bytes.
 * A retracted one is a stub with its reason.
 */
export function renderUpdate(view: UpdateView, update: Update): Html {
  const { id, seq, status, keyEvent } = update;
  const kind = status === 'retracted' ? ' retracted' : keyEvent ? ' key-event' : '';
  const content = status === 'retracted' ? renderStub(view.story, update) : renderStanding(view, update);
  return html`<article id="u-${id}" class="update${kind}" data-seq="${seq}">${content}</article>`;
}

/** Title, body and what was changed since: an update without its head. */
export function renderWords({ story, corrections }: UpdateView, update: Update): Html {
  const { title, body, editedAt } = update;
  const lang = wordsLang(story);
  const own = corrections.filter((correction) => correction.updateId === update.id);
  return html`${[
    title !== null && html`<h3 class="title" dir="auto"${lang}>${title}</h3>`,
    !isEmptyDocument(body) && html`<div class="body"${lang}>${renderDocument(body)}</div>`,
    editedAt !== null && html`<p class="edited">${edited(story, update.at, editedAt)}</p>`,
    own.map((correction) => renderCorrection(story, correction, update.at)),
  ]}`;
}

/** The update's time, leading to its own page. */
export function renderPermalink(story: Story, update: Update): Html {
  const { at, timeKnown, id } = update;
  const { date, clock } = toldSince(story.openedAt, at, story.zone);
  const told = html`${date !== null && html`<span class="date">${date}<span class="comma">,</span></span> `}<span class="clock">${clock}</span>`;
  const time = timeKnown ? renderTime(story, at, told) : sentences.timeNotGiven;
  return html`<a class="permalink" rel="bookmark" href="${updatePath(story.slug, id)}">${time}</a>`;
}

function renderStanding(view: UpdateView, update: Update): Html {
  const { story, authors } = view;
  const { keyEvent, analysis, author, id } = update;
  const marks = [
    keyEvent && html` <span class="mark">${sentences.keyEvent}</span>`,
    analysis && html` <span class="mark">${sentences.analysis}</span>`,
    author !== null && html` <span class="by">${renderName(author, authors)}</span>`,
  ];
  const share = html`<p class="tools"><a class="share" href="${updatePath(story.slug, id)}">${sentences.share}</a></p>`;
  return html`<p class="stamp">${renderPermalink(story, update)}${marks}</p>${renderWords(view, update)}${share}`;
}

function renderStub(story: Story, update: Update): Html {
  const { at, retractedAt, retractionReason } = update;
  const when = withMarkup(sentences.retracted, renderTimeSince(story, at, retractedAt ?? at));
  const why = html`<p class="reason" dir="auto"${wordsLang(story)}>${retractionReason}</p>`;
  return html`<p class="stamp">${renderPermalink(story, update)}</p><p class="label">${when}</p>${why}`;
}

function edited(story: Story, postedAt: string, editedAt: string): Html {
  return withMarkup(sentences.edited, renderTimeSince(story, postedAt, editedAt));
}

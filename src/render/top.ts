import { isEmptyDocument } from '../domain/document.ts';
import type { Story } from '../domain/story.ts';
import { renderByline } from './author.ts';
import { renderCorrection } from './correction.ts';
import { renderDates } from './dates.ts';
import { renderDocument } from './document.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { sentences } from './sentences.ts';
import { renderState, renderStanding } from './state.ts';
import { wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

/** Everything above the updates that the top's versions, the state and the story's own corrections make. */
export function renderTop(view: StoryView): Html {
  return html`${renderHead(view)}${renderLead(view)}`;
}

function renderHead(view: StoryView): Html {
  const { story, authors } = view;
  const { headline, dek, byline } = story.top;
  const lang = wordsLang(story);
  const names = renderByline(byline, authors);
  return html`<div class="head">${[
    html`<p class="kicker">${renderState(story)}${renderSection(story)}</p>`,
    html`<h1 dir="auto"${lang}>${headline}</h1>`,
    dek !== null && html`<p class="dek" dir="auto"${lang}>${dek}</p>`,
    names && html`<p class="byline">${names}</p>`,
    html`<div class="times" data-part="dates">${renderDates(view)}</div>`,
  ]}</div>`;
}

export function renderSection({ section }: Pick<Story, 'section'>): Html | null {
  return section === null ? null : html` <bdi class="section">${section}</bdi>`;
}

/** The lead, with what stands in its margin: the standing notice and who took the picture. */
function renderLead({ story, corrections }: StoryView): Html {
  const { lead, credit } = story.top;
  const own = corrections.filter(({ updateId }) => updateId === null);
  return html`<div class="lead">${[
    html`<div class="beside">${renderStanding(story)}${renderCredit(credit)}</div>`,
    !isEmptyDocument(lead) && html`<div class="body"${wordsLang(story)}>${renderDocument(lead)}</div>`,
    own.map((correction) => renderCorrection(story, correction, story.openedAt)),
  ]}</div>`;
}

/** Who took the lead picture; the label stands once, also where the credit brings its own. */
function renderCredit(credit: string | null): Html | null {
  if (credit === null) return null;
  const label = credit.startsWith(sentences.photo) ? null : html`${sentences.photo} `;
  return html`<p class="credit">${label}<bdi>${credit}</bdi></p>`;
}

import { sectionPath } from '../domain/addresses.ts';
import { isEmptyDocument } from '../domain/document.ts';
import { slugOf } from '../domain/slug.ts';
import type { Story } from '../domain/story.ts';
import { renderByline } from './author.ts';
import { renderCorrection } from './correction.ts';
import { renderDates } from './dates.ts';
import { renderDays } from './days.ts';
import { renderDocument } from './document.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';
import { renderPhoto } from './photo.ts';
import { classOf, photoCredit } from './picture.ts';
import { renderState, renderStanding } from './state.ts';
import { wordsLang } from './time.ts';
import { renderStale, renderTranslations } from './translations.ts';
import type { StoryView } from './view.ts';

/** Everything above the updates that the top's versions, the state and the story's own corrections make. */
export function renderTop(view: StoryView): Html {
  return html`${renderHead(view)}${renderLead(view)}`;
}

function renderHead(view: StoryView): Html {
  const { story, language, authors } = view;
  const { headline, dek, byline } = story.top;
  const lang = wordsLang(view);
  const names = renderByline(language, byline, authors);
  return html`<div class="head">${[
    html`<p class="kicker">${renderState(view)}${renderSection(story)}</p>`,
    html`<h1 dir="auto"${lang}>${headline}</h1>`,
    dek !== null && html`<p class="dek" dir="auto"${lang}>${dek}</p>`,
    names && html`<p class="byline">${names}</p>`,
    renderTranslations(view),
    renderStale(view),
    renderDays(view),
    html`<div class="times" data-part="dates">${renderDates(view)}</div>`,
  ]}</div>`;
}

export function renderSection({ section }: Pick<Story, 'section'>): Html | null {
  if (section === null) return null;
  return html` <a class="section" href="${sectionPath(slugOf(section))}"><bdi>${section}</bdi></a>`;
}

/** The lead, with what stands in its margin: the standing notice and who took the picture. */
function renderLead(view: StoryView): Html {
  const { story, language, corrections } = view;
  const { lead, credit } = story.top;
  const own = corrections.filter(({ updateId }) => updateId === null);
  const photo = renderPhoto(view);
  return html`<div${classOf('lead', photo !== null && 'pictured')}>${[
    photo,
    html`<div class="beside">${renderStanding(view)}${photo ? null : renderCredit(language, credit)}</div>`,
    !isEmptyDocument(lead) && html`<div class="body"${wordsLang(view)}>${renderDocument(view, lead)}</div>`,
    own.map((correction) => renderCorrection(view, correction, story.openedAt)),
  ]}</div>`;
}

/** Who took the lead picture, where that is not here itself. */
const renderCredit = (language: Language, credit: string | null): Html | null =>
  credit === null ? null : html`<p class="credit">${photoCredit(language, credit)}</p>`;

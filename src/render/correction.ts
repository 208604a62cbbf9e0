import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Correction } from '../domain/update.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { withMarkup } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderTimeSince, wordsLang } from './time.ts';

/** What was wrong, what is right, and since when; `day` is the one the reader has in mind. */
export function renderCorrection(story: Story, correction: Correction, day: Instant): Html {
  const { at, was, is, note } = correction;
  const label = withMarkup(sentences.correction, renderTimeSince(story, day, at));
  const lang = wordsLang(story);
  const sides =
    was === null
      ? html`<p dir="auto"${lang}>${is}</p>`
      : [
          html`<p><span class="side">${sentences.was}</span> <del dir="auto"${lang}>${was}</del></p>`,
          html`<p><span class="side">${sentences.is}</span> <ins dir="auto"${lang}>${is}</ins></p>`,
        ];
  const why = note !== null && html`<p class="why" dir="auto"${lang}>${note}</p>`;
  return html`<div class="correction" role="note"><p class="label">${label}</p>${sides}${why}</div>`;
}

import type { Instant } from '../domain/time.ts';
import type { Correction } from '../domain/update.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { renderTimeSince, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

type CorrectionView = Pick<StoryView, 'story' | 'language'>;

/** What was wrong, what is right, and since when; `day` is the one the reader has in mind. */
export function renderCorrection(view: CorrectionView, correction: Correction, day: Instant): Html {
  const { seq, at, was, is, note } = correction;
  const label = view.language.tell('correction.label', { time: renderTimeSince(view, day, at) });
  const lang = wordsLang(view);
  const sides =
    was === null
      ? html`<p dir="auto"${lang}>${is}</p>`
      : [
          html`<p><span class="side">${view.language.say('correction.was')}</span> <del dir="auto"${lang}>${was}</del></p>`,
          html`<p><span class="side">${view.language.say('correction.is')}</span> <ins dir="auto"${lang}>${is}</ins></p>`,
        ];
  const why = note !== null && html`<p class="why" dir="auto"${lang}>${note}</p>`;
  return html`<div class="correction" role="note" data-seq="${seq}"><p class="label">${label}</p>${sides}${why}</div>`;
}

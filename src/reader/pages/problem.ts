import { DEFAULT_SITE } from '../../domain/site.ts';
import { html } from '../../render/html.ts';
import { languageOf } from '../../render/language.ts';
import { PROBLEM_TYPES } from '../../web/problem-types.ts';
import type { Problem } from '../../web/problem.ts';
import { makeAssets } from '../serving/assets.ts';
import { type Finished } from '../../web/serving/finished.ts';
import { finishPage } from '../serving/finish-page.ts';
import { renderPage } from './shell.ts';

/**
 * Gives what the server answers a browser with instead of a page: what is wrong and what to do, in sentences.
 * Nothing is read for it – storage may be what is away – so the nameplate has no name but leads to the front page.
 */
export function problemPages(baseUrl: string): (problem: Problem) => Finished {
  const language = languageOf(['en']);
  const all = language.say('front.all');
  const frame = { assets: makeAssets(), baseUrl, site: { ...DEFAULT_SITE, name: all }, footer: [], language };
  return ({ name, detail }) => {
    const { title } = PROBLEM_TYPES[name];
    const page = renderPage(frame, {
      kind: 'lost',
      title,
      canonical: null,
      noindex: true,
      main: html`<h1>${title}</h1><p class="dek">${detail}</p><p class="into"><a href="/">${all}</a></p>`,
    });
    return finishPage(frame, page);
  };
}

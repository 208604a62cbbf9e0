import { DEFAULT_SITE } from '../../domain/site.ts';
import { html } from '../../render/html.ts';
import { languageOf } from '../../render/language.ts';
import { PROBLEM_TYPES } from '../../web/problem-types.ts';
import type { Problem } from '../../web/problem.ts';
import { makeAssets } from '../serving/assets.ts';
import { type Finished } from '../../web/serving/finished.ts';
import { finishPage } from '../serving/finish-page.ts';
import { renderPage, type Frame } from './shell.ts';

/**
 * Gives what the server answers a browser with instead of a page: what is wrong and what to do, in sentences.
 * Nothing is read for it – storage may be what is away – so the nameplate has no name but leads to the front page.
 */
export function problemPages(baseUrl: string): (problem: Problem) => Finished {
  const { frame, pageOf } = unread(baseUrl);
  return (problem) => finishPage(frame, pageOf(problem));
}

/** The same, to be looked at in a frame: `still`. */
export function unread(
  baseUrl: string,
  still = false,
): { frame: Frame; pageOf: (problem: Problem) => string } {
  const language = languageOf(['en']);
  const all = language.say('front.all');
  const frame = {
    assets: makeAssets(),
    baseUrl,
    site: { ...DEFAULT_SITE, name: all },
    footer: [],
    language,
    still,
  };
  const pageOf = ({ name, detail }: Problem): string => {
    const { title } = PROBLEM_TYPES[name];
    return renderPage(frame, {
      kind: 'lost',
      title,
      canonical: null,
      noindex: true,
      main: html`<h1>${title}</h1><p class="dek">${detail}</p><p class="into"><a href="/">${all}</a></p>`,
    });
  };
  return { frame, pageOf };
}

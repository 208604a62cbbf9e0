import { renderCard } from '../../render/card.ts';
import { html } from '../../render/html.ts';
import { viewOf } from '../../render/view.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { renderPage, type Frame } from './shell.ts';

/** What was looked for. */
export type Missing = 'story' | 'update' | 'author' | 'page';

/** Stories offered to who found nothing. */
export const OFFERED = 3;

/** Says what is not there, and offers what is. */
export function notFoundPage(frame: Frame, missing: Missing, cards: FrontCard[]): string {
  const { language, site } = frame;
  const heading = language.say('notFound.heading');
  const offered =
    cards.length > 0 &&
    html`<h2 class="front-heading">${language.say('notFound.try')}</h2><div id="cards">${cards.map((card) => renderCard(viewOf({ ...card, site })))}</div>`;
  return renderPage(frame, {
    kind: 'lost',
    title: heading,
    canonical: null,
    noindex: true,
    main: html`<h1>${heading}</h1><p class="dek">${language.say(`notFound.${missing}`)}</p>${offered}<p class="into"><a href="/">${language.say('front.all')}</a></p>`,
  });
}

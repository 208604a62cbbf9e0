import { renderCard } from '../../render/card.ts';
import { html } from '../../render/html.ts';
import { sentences } from '../../render/sentences.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { renderPage, type Frame } from './shell.ts';

/** What was looked for. */
export type Missing = 'story' | 'update' | 'author' | 'page';

/** Stories offered to who found nothing. */
export const OFFERED = 3;

/** Says what is not there, and offers what is. */
export function notFoundPage(frame: Frame, missing: Missing, cards: FrontCard[]): string {
  const { heading, try: offer, front } = sentences.notFound;
  const offered =
    cards.length > 0 &&
    html`<h2 class="front-heading">${offer}</h2><div id="cards">${cards.map(renderCard)}</div>`;
  return renderPage(frame, {
    kind: 'lost',
    title: heading,
    canonical: null,
    noindex: true,
    main: html`<h1>${heading}</h1><p class="dek">${sentences.notFound[missing]}</p>${offered}<p class="into"><a href="/">${front}</a></p>`,
  });
}

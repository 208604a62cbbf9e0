import { renderCard } from '../../render/card.ts';
import { html } from '../../render/html.ts';
import { sentences } from '../../render/sentences.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { renderPage, type Frame } from './shell.ts';

/** Stories on the front page. */
export const CARDS = 40;

/** The front page: live stories first, each with its latest line. `position` is its place in the one order of all logs. */
export function frontPage(frame: Frame, cards: FrontCard[], position: number): string {
  const main = html`<h2 class="front-heading">${sentences.front}</h2><div id="cards">${cards.map(renderCard)}</div><p class="none">${sentences.noStories}</p>`;
  return renderPage(frame, {
    kind: 'front',
    script: 'front',
    title: frame.site.name,
    canonical: '/',
    main,
    facts: { live: '/live', path: '/', seq: position, state: 'live', per: CARDS, site: frame.site.name },
  });
}

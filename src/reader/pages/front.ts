import { renderCard } from '../../render/card.ts';
import { html } from '../../render/html.ts';
import { viewOf } from '../../render/view.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { renderClocks } from './clocks.ts';
import { renderPage, type Frame } from './shell.ts';

/** Stories on the front page. */
export const CARDS = 40;

/** The front page: live stories first, each with its latest line. `position` is its place in the one order of all logs. */
export function frontPage(frame: Frame, cards: FrontCard[], position: number): string {
  const { language, site } = frame;
  const main = html`<h2 class="front-heading">${language.say('front.heading')}</h2>${renderClocks(language, false)}<div id="cards">${cards.map((card) => renderCard(viewOf({ ...card, site })))}</div><p class="none">${language.say('front.none')}</p>`;
  return renderPage(frame, {
    kind: 'front',
    script: 'front',
    title: frame.site.name,
    canonical: '/',
    main,
    facts: { live: '/live', path: '/', seq: position, state: 'live', per: CARDS, site: frame.site.name },
  });
}

import type { FrontCard } from '../../storage/storage.ts';
import { preloadPicture } from '../../render/picture.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import type { FrontPage } from '../../storage/storage.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { listPath } from '../list-place.ts';
import { describeCards, renderCards, renderListPages, type CardPage } from './card-list.ts';
import { renderClocks } from './clocks.ts';
import { renderFollow } from './follow-box.ts';
import { renderPage, type Frame } from './shell.ts';

/** Stories on a page of the front page. */
export const CARDS = 40;

/**
 * The front page: live stories first, each with its latest line, and pages of earlier ones.
 * `position` is its place in the one order of all logs, `siteSeq` in the site's.
 */
export function frontPage(
  frame: Frame,
  page: CardPage,
  navigation: NavigationEntry[],
  { position, siteSeq }: Pick<FrontPage, 'position' | 'siteSeq'>,
): string {
  const { language, site } = frame;
  const followed = { path: '/', title: site.name };
  const follow = language.tell('follow.named', { name: html`<bdi>${site.name}</bdi>` });
  const isFirst = page.cursor === null;
  const none = page.cards.length === 0 && html`<p class="none">${language.say('front.none')}</p>`;
  return renderPage(frame, {
    kind: 'front',
    ...(isFirst && { script: 'front' }),
    title: isFirst ? site.name : language.say('list.earlier'),
    description: site.tagline ?? describeCards(page.cards),
    canonical: listPath('/', page.cursor),
    head: isFirst ? preloadLead(page.cards) : null,
    navigation,
    followed,
    main: html`<div class="front-head"><h2 class="front-heading">${language.say(isFirst ? 'front.heading' : 'list.earlier')}</h2>${isFirst && renderClocks(language, false)}</div>${renderCards(frame, page.cards)}${none}${renderListPages(frame, '/', page)}${renderFollow(language, follow, followed)}`,
    facts: {
      live: '/live',
      path: '/',
      seq: position,
      'site-seq': siteSeq,
      state: 'live',
      per: CARDS,
      site: site.name,
    },
  });
}

/** The first card's picture is what is seen first. In the card itself it waits to be scrolled to, as in every other. */
function preloadLead([lead]: FrontCard[]): Html | null {
  const [photo] = lead?.media ?? [];
  return photo ? preloadPicture(photo, 'card') : null;
}

import { renderCard } from '../../render/card.ts';
import { firstWords } from '../../render/first-words.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { viewOf } from '../../render/view.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { listPath, type ListPlace } from '../list-place.ts';
import type { Frame } from './shell.ts';

/** A page of cards: the place it begins at, and where the next one does. */
export type CardPage = ListPlace & { cards: FrontCard[]; next: string | null };

export function renderCards({ site }: Pick<Frame, 'site'>, cards: readonly FrontCard[]): Html {
  return html`<div id="cards">${cards.map((card) => renderCard(viewOf({ ...card, site })))}</div>`;
}

/** Headlines a description of a list names. */
const NAMED = 3;

/** Characters of a description: about what a result in a search shows. */
const DESCRIPTION = 160;

/** What a list is described by where nothing else was written: the headlines it begins with. */
export function describeCards(cards: readonly FrontCard[]): string | null {
  const headlines = cards.slice(0, NAMED).map(({ story }) => story.top.headline);
  return headlines.length > 0 ? firstWords(headlines.join(' · '), DESCRIPTION) : null;
}

/** Both links always stand, hidden where they lead nowhere: the page's script shows the way on when there is one. */
export function renderListPages({ language }: Frame, path: string, { cursor, next }: CardPage): Html {
  const back = html`<a class="back" href="${path}"${hidden(cursor === null)}>${language.say('list.latest')}</a>`;
  const onward = html`<a class="onward" href="${listPath(path, next)}"${hidden(next === null)}>${language.say('list.earlier')}</a>`;
  return html`<nav class="pages" aria-label="${language.say('list.pages')}">${back} ${onward}</nav>`;
}

const hidden = (is: boolean): Html => attribute('hidden', is ? '' : null);

import { renderCard } from '../../render/card.ts';
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

/** Both links always stand, hidden where they lead nowhere: the page's script shows the way on when there is one. */
export function renderListPages({ language }: Frame, path: string, { cursor, next }: CardPage): Html {
  const back = html`<a class="back" href="${path}"${hidden(cursor === null)}>${language.say('list.latest')}</a>`;
  const onward = html`<a class="onward" href="${listPath(path, next)}"${hidden(next === null)}>${language.say('list.earlier')}</a>`;
  return html`<nav class="pages" aria-label="${language.say('list.pages')}">${back} ${onward}</nav>`;
}

const hidden = (is: boolean): Html => attribute('hidden', is ? '' : null);

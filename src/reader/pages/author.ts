import { authorPath } from '../../domain/addresses.ts';
import type { Author } from '../../domain/author.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import { html } from '../../render/html.ts';
import { listPath } from '../list-place.ts';
import { renderCards, renderListPages, type CardPage } from './card-list.ts';
import { renderFollow } from './follow-box.ts';
import { renderPage, type Frame } from './shell.ts';

/** Stories listed on a page of an author's. */
export const STORIES = 50;

/** Who an author is, and what they have written, last opened first. */
export function authorPage(
  frame: Frame,
  author: Author,
  page: CardPage,
  navigation: NavigationEntry[],
): string {
  const { language } = frame;
  const { name, role, bio, slug } = author;
  const path = authorPath(slug);
  const card = html`<div class="author"><h1><bdi>${name}</bdi></h1>${role !== null && html`<p class="role" dir="auto">${role}</p>`}${bio !== null && html`<p class="bio" dir="auto">${bio}</p>`}</div>`;
  const list =
    page.cards.length > 0
      ? html`${renderCards(frame, page.cards)}${renderListPages(frame, path, page)}`
      : html`<p>${language.say('authors.noStories')}</p>`;
  const bdi = html`<bdi>${name}</bdi>`;
  const followed = { path, title: language.say('authors.stories', { name }) };
  return renderPage(frame, {
    kind: 'author',
    title: name,
    description: bio ?? role,
    canonical: listPath(path, page.cursor),
    navigation,
    followed,
    main: html`${card}<section aria-labelledby="by"><h2 id="by" class="front-heading">${language.tell('authors.stories', { name: bdi })}</h2>${list}</section>${renderFollow(language, language.tell('follow.named', { name: bdi }), followed)}`,
  });
}

import { authorPath } from '../../domain/addresses.ts';
import type { Author } from '../../domain/author.ts';
import { renderCard } from '../../render/card.ts';
import { html } from '../../render/html.ts';
import { viewOf } from '../../render/view.ts';
import type { FrontCard } from '../../storage/storage.ts';
import { renderPage, type Frame } from './shell.ts';

/** Stories listed under an author. */
export const STORIES = 50;

/** Who an author is, and what they have written, last opened first. */
export function authorPage(frame: Frame, author: Author, stories: FrontCard[]): string {
  const { language, site } = frame;
  const { name, role, bio, slug } = author;
  const card = html`<div class="author"><h1><bdi>${name}</bdi></h1>${role !== null && html`<p class="role" dir="auto">${role}</p>`}${bio !== null && html`<p class="bio" dir="auto">${bio}</p>`}</div>`;
  const list =
    stories.length > 0
      ? stories.map((one) => renderCard(viewOf({ ...one, site })))
      : html`<p>${language.say('authors.noStories')}</p>`;
  return renderPage(frame, {
    kind: 'author',
    title: name,
    description: bio ?? role,
    canonical: authorPath(slug),
    main: html`${card}<section aria-labelledby="by"><h2 id="by" class="front-heading">${language.tell('authors.stories', { name: html`<bdi>${name}</bdi>` })}</h2><div id="cards">${list}</div></section>`,
  });
}

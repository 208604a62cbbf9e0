import { authorPath } from '../domain/addresses.ts';
import { authorNamed, type Author } from '../domain/author.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';

/** A name in a byline; it leads to the author's page where one is recorded. */
export function renderName(name: string, authors: readonly Author[]): Html {
  const author = authorNamed(authors, name);
  const label = html`<bdi>${name}</bdi>`;
  return author ? html`<a rel="author" href="${authorPath(author.slug)}">${label}</a>` : label;
}

/** "By A, B and C"; nothing where nobody is named. */
export function renderByline(
  language: Language,
  names: readonly string[],
  authors: readonly Author[],
): Html | null {
  if (names.length === 0) return null;
  return language.tell('by', { names: language.list(names.map((name) => renderName(name, authors))) });
}

/** Who somebody is: name, what they do, and a few words about them. */
export function renderAuthorCard(author: Author): Html {
  const role = author.role !== null && html`<p class="role" dir="auto">${author.role}</p>`;
  const bio = author.bio !== null && html`<p class="bio" dir="auto">${author.bio}</p>`;
  return html`<div class="author"><p class="name">${renderName(author.name, [author])}</p>${role}${bio}</div>`;
}

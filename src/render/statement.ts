import type { StatementJSON, StatementSource } from '../domain/document.ts';
import { directionOf } from './direction.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import type { StoryView } from './view.ts';

type StatementView = Pick<StoryView, 'language'>;

/** A quotation with its source line under it. Every name is isolated, so its direction turns nothing round. */
export function renderStatement(view: StatementView, statement: StatementJSON, words: Html): Html {
  const quotation = html`<blockquote${directionOf(statement)}${attribute('lang', statement.attrs.lang)}>${words}</blockquote>`;
  return html`<figure class="statement">${quotation}<figcaption>${renderSource(view, statement.attrs)}</figcaption></figure>`;
}

/** "Speaker, role · via Outlet, medium, through an interpreter", whatever of it is known. */
function renderSource({ language }: StatementView, source: StatementSource): Html[] {
  const { speaker, role, medium, interpreter, link } = source;
  // A wire that speaks for itself is named once.
  const outlet = source.outlet === speaker ? null : source.outlet;
  return [
    html`<cite><bdi>${speaker}</bdi></cite>`,
    html`${role !== null && html`, <bdi>${role}</bdi>`}`,
    html`${outlet !== null && html` · ${language.tell('statement.via', { outlet: linked(html`<bdi>${outlet}</bdi>`, link) })}`}`,
    html`${medium !== null && html`, <bdi>${medium}</bdi>`}`,
    html`${interpreter !== null && html`, ${language.tell('statement.through', { interpreter: html`<bdi>${interpreter}</bdi>` })}`}`,
    html`${outlet === null && link !== null && html` · ${linked(language.tell('statement.source'), link)}`}`,
  ];
}

function linked(label: Html, link: string | null): Html {
  return link === null ? label : html`<a href="${link}" rel="noopener nofollow external">${label}</a>`;
}

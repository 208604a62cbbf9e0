import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';

/** A name that stands in so many updates of a story. */
type NamedOften = { key: string; name: string; updates: number };

/** The names a story can be filtered by, as choices; the page marks the chosen one beside them, so that these are alike on every page. */
export function renderNames(language: Language, names: NamedOften[]): Html {
  return html`${names.map(({ name, updates }) => html`<option value="${name}">${name} (${language.number(updates)})</option>`)}`;
}

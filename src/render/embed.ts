import type { EmbedJSON } from '../domain/document.ts';
import { hostOf } from '../domain/links.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** Something that lies elsewhere, as a card: a link, with nothing loaded from there. */
export function renderEmbed({ url, title, provider }: EmbedJSON['attrs']): Html {
  const name = html`<bdi class="embed-title">${title ?? url}</bdi>`;
  const host = html`<bdi class="embed-provider">${provider ?? hostOf(url)}</bdi>`;
  return html`<a class="embed" href="${url}" rel="noopener nofollow external">${name} ${host}</a>`;
}

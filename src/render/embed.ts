import type { EmbedJSON } from '../domain/document.ts';
import { hostOf } from '../domain/links.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import { playerOf } from './players.ts';
import type { StoryView } from './view.ts';

/**
 * Something that lies elsewhere, as a card: a link, with nothing loaded from there. Where its provider has a player,
 * the card is as large as that will be, and the page's script puts it in its place when the reader asks for it.
 */
export function renderEmbed(
  { language }: Pick<StoryView, 'language'>,
  { url, title, provider }: EmbedJSON['attrs'],
): Html {
  const name = html`<bdi class="embed-title">${title ?? url}</bdi>`;
  const host = html`<bdi class="embed-provider">${provider ?? hostOf(url)}</bdi>`;
  const player = playerOf(url);
  const from = player && new URL(player.src).host;
  const note = from && html` <span class="embed-note">${language.say('embed.loads', { host: from })}</span>`;
  const shape = player ? ` player ${player.shape}` : '';
  return html`<a class="embed${shape}" href="${url}"${attribute('data-player', player?.src)} rel="noopener nofollow external">${name} ${host}${note}</a>`;
}

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
  const player = playerOf(url);
  const host = provider ?? hostOf(url);
  // An address is no title: what it is and where it lies is said in its place.
  const untitled = player ? (`embed.${KINDS[player.shape]}` as const) : 'embed.page';
  const name = html`<bdi class="embed-title">${title || language.say(untitled, { host })}</bdi>`;
  const where = title && html` <bdi class="embed-provider">${host}</bdi>`;
  const from = player && new URL(player.src).host;
  const note = from && html` <span class="embed-note">${language.say('embed.loads', { host: from })}</span>`;
  const shape = player ? ` player ${player.shape}` : '';
  return html`<a class="embed${shape}" href="${url}"${attribute('data-player', player?.src)} rel="noopener nofollow external">${name}${where}${note}</a>`;
}

/** What plays in a player of each shape. */
const KINDS = { wide: 'video', strip: 'sound', tall: 'post' } as const;

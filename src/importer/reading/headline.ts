import type { Block, FlatPost } from '../flat-post.ts';
import { readByline } from './byline.ts';
import { readClockEntry } from './live-blog.ts';
import { readCredit } from './credit.ts';
import { readDivider } from './dividers.ts';
import { isFurniture } from './furniture.ts';
import { endsSentence, plain, words } from './lines.ts';
import { readMarker } from './markers.ts';
import { isDateLine } from './published.ts';
import { readStatus } from './status-page.ts';

export type Headline = {
  readonly text: string;
  /** The block it stood in, or null where only the page's own data names it. */ readonly at: number | null;
};

/** Finds the headline: the page's own first heading, else what the page says of itself, else a first line that is one. */
export function findHeadline(post: FlatPost): Headline | null {
  const heading = post.blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const text = post.blocks[heading]?.text;
  if (text !== undefined) return { text, at: heading };
  const declared = post.metadata.headlines[0];
  if (declared !== undefined) {
    const same = post.blocks.findIndex((block) => plain(block.text) === plain(declared));
    return { text: declared, at: same === -1 ? null : same };
  }
  return firstLine(post.blocks);
}

/**
 * In running text a headline is the first short line with no full stop, above longer text. A body that merely
 * starts has none: its first line is a sentence, a list, a marker, a dateline.
 */
function firstLine(blocks: readonly Block[]): Headline | null {
  const at = blocks.findIndex(
    ({ text }) => !isFurniture(text) && !isDateLine(text) && readByline(text) === null,
  );
  const first = blocks[at];
  if (!first || at > 3 || first.kind === 'item' || first.kind === 'quote' || first.kind === 'tweet')
    return null;
  const longer = blocks
    .slice(at + 1, at + 8)
    .some(({ text }) => text.length > Math.min(first.text.length, 80));
  return longer && isHeadlineLike(first.text) ? { text: first.text, at } : null;
}

function isHeadlineLike(text: string): boolean {
  const count = words(text).length;
  if (text.length > 180 || count > 30 || count < 1 || !/\p{L}/u.test(text)) return false;
  if (/[,;:]$/.test(text) || readCredit(text) !== null || readDivider(text) !== null) return false;
  const marker = readMarker(text);
  // "UPDATE: Bridge Closed After Crash" is a headline; "Update at 5:38 p.m." is the head of an update.
  if (marker !== null && (marker.stamp !== null || words(marker.rest).length < 3)) return false;
  if (readClockEntry(text) !== null || readStatus(text) !== null) return false;
  if (!endsSentence(text)) return true;
  // A full stop belongs to a sentence; a headline that has one is set in capitals throughout.
  return isTitled(text, /[!?…]["'”’»)]*$|\.\.\.$/.test(text) ? 0.6 : 1);
}

/** At least this share of its longer words begin with a capital. */
function isTitled(text: string, share: number): boolean {
  const long = words(text).filter((word) => word.length > 3);
  return (
    long.length > 1 &&
    long.filter((word) => /^["'“‘«(¿¡#@]?[\p{Lu}\p{N}]/u.test(word)).length >= long.length * share
  );
}

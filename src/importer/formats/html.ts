import { decodeText } from '../decode.ts';
import { block } from '../flat-post.ts';
import type { Block, FlatPost } from '../flat-post.ts';
import { withoutOutwardLinks } from '../html/outward-links.ts';
import { findArticle } from '../html/article.ts';
import { pageLines } from '../html/lines.ts';
import type { PageLine } from '../html/lines.ts';
import { readMetadata } from '../html/metadata.ts';
import { parsePage } from '../html/tree.ts';
import { readByline } from '../reading/byline.ts';
import { readCredit } from '../reading/credit.ts';
import { plain } from '../reading/lines.ts';

const TAGS =
  /<(?:!doctype html|html|head|body|article|main|div|p|h[1-6]|section|br|span|title|meta|ul|ol|table|strong|em|a\s)[\s>/]/gi;

/** How sure it is that these bytes are a page: 0 (no) to 1. */
export function detect(bytes: Uint8Array): number {
  const opening = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192));
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html)\b/i.test(opening)) return 1;
  const tags = opening.match(TAGS)?.length ?? 0;
  if (/^\s*</.test(opening) && tags >= 1) return 0.9;
  return tags >= 5 ? 0.7 : 0;
}

/** A web page as a flat post: the post's own lines, and beside them every line of the page that is not. */
export function parse(bytes: Uint8Array): FlatPost | null {
  const { text, warnings } = decodeText(bytes);
  const page = parsePage(text);
  if (page === null) return null;
  const { title, updates, ...metadata } = readMetadata(page);
  const lines = withoutOutwardLinks(pageLines(page, findArticle(page, metadata.headlines)));
  const own = lines.filter(({ region }) => region !== 'page');
  return {
    blocks: own.map(toBlock),
    metadata: { ...metadata, photoCredit: leadCredit(own) },
    declaredUpdates: updates,
    dropped: droppedLines(title, lines, own),
    warnings: own.length === 0 ? [...warnings, 'No text of a post was found on the page.'] : warnings,
  };
}

/** The first credit that the page marks as one; "credit" on a byline is none. */
function leadCredit(lines: readonly PageLine[]): string | null {
  for (const { credit, pictured, text } of lines) {
    if (!credit || text.length >= 200 || readByline(text) !== null) continue;
    const read = readCredit(text);
    if (read !== null) return read;
    if (pictured) return text.replace(/^(?:credits?\s?:?\s?)+(?=\S)/i, '');
  }
  return null;
}

function toBlock(line: PageLine): Block {
  return block(line.text, { kind: line.kind, level: line.level, strong: line.strong, time: line.time });
}

/** The page's title (where the headline is another) and its other lines, each once. */
function droppedLines(
  title: string | null,
  lines: readonly PageLine[],
  own: readonly PageLine[],
): readonly string[] {
  const kept = new Set(own.filter(({ level }) => level === 1).map(({ text }) => plain(text)));
  const seen = new Set<string>();
  const page = lines.filter(({ region }) => region === 'page').map(({ text }) => text);
  return [...(title === null || kept.has(plain(title)) ? [] : [title]), ...page].filter((text) => {
    const key = plain(text);
    return /[\p{L}\p{N}]/u.test(text) && !seen.has(key) && seen.add(key) !== null;
  });
}

import { decodeText } from '../decode.ts';
import { NO_METADATA, block } from '../flat-post.ts';
import type { Block, FlatPost } from '../flat-post.ts';
import { readClockEntry } from '../reading/live-blog.ts';
import { readMarker } from '../reading/markers.ts';

/** Running text is what is left when no other format is surer. */
export function detect(bytes: Uint8Array): number {
  return bytes.length === 0 ? 0 : 0.1;
}

/** Plain text as a flat post: a line is a block, but in text wrapped at a column a paragraph is. */
export function parse(bytes: Uint8Array): FlatPost {
  const { text, warnings } = decodeText(bytes);
  const paragraphs = paragraphsOf(text);
  const wrapped = isWrapped(paragraphs);
  const lines = paragraphs.flatMap((paragraph) => (wrapped ? unwrap(paragraph) : paragraph));
  const blocks = lines.map(toBlock).filter(({ kind, text: line }) => line !== '' || kind === 'rule');
  return { blocks, metadata: NO_METADATA, declaredUpdates: [], dropped: [], warnings };
}

/** Lines between blank lines. */
function paragraphsOf(text: string): readonly (readonly string[])[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
  }
  return paragraphs;
}

/** Lines broken at a column: most lines that are followed by another are of about one length. */
function isWrapped(paragraphs: readonly (readonly string[])[]): boolean {
  const broken = paragraphs.flatMap((lines) => lines.slice(0, -1).map((line) => line.trimEnd().length));
  if (broken.length < 4) return false;
  const even = broken.filter((length) => length >= 48 && length <= 100).length;
  const unfinished = paragraphs
    .flatMap((lines) => lines.slice(0, -1))
    .filter((line) => !/[.!?:"”]\s*$/.test(line)).length;
  return even >= broken.length * 0.7 && unfinished >= broken.length * 0.5;
}

/** Joins wrapped lines, but never over the head of an update or a list item. */
function unwrap(lines: readonly string[]): readonly string[] {
  const paragraphs: string[][] = [];
  for (const line of lines) {
    const begins = /^\s*[•*-]\s/.test(line) || readMarker(line) !== null || readClockEntry(line) !== null;
    if (begins || paragraphs.length === 0) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line.trim());
  }
  return paragraphs.map((parts) => parts.join(' '));
}

const RULE = /^\s*(?:[-–—_*=~#•·]\s?){1,200}\s*$/;
const HEADING = /^\s*(#{1,6})\s+(\S.*?)\s*#*\s*$/;
const ITEM = /^\s*(?:[•·▪◦‣*]\s+|[-–]\s(?=\S)(?![^(]{0,60}\(@))/;
const QUOTED = /^\s*>\s?/;
const BOLD = /^\s*(\*\*|__)(?=\S)([^*_\n]{1,160}?)\1/;

function toBlock(line: string): Block {
  if (line.length < 400 && RULE.test(line)) return block('', { kind: 'rule' });
  const heading = line.length < 400 ? HEADING.exec(line) : null;
  if (heading?.[1] && heading[2])
    return block(tidy(heading[2]), { kind: 'heading', level: heading[1].length });
  const bold = BOLD.exec(line);
  if (bold?.[2]) return block(tidy(`${bold[2]}${line.slice(bold[0].length)}`), { strong: tidy(bold[2]) });
  if (ITEM.test(line)) return block(tidy(line.replace(ITEM, '')), { kind: 'item' });
  if (QUOTED.test(line)) return block(tidy(line.replace(QUOTED, '')), { kind: 'quote' });
  return block(tidy(line));
}

const SLANTED = /^([*_])(?=[^\s*_])([^*_]{1,2000})\1$/;

/** White space collapsed, the marks of a line wholly in italics taken off. */
function tidy(line: string): string {
  const text = line.replace(/\s+/g, ' ').trim();
  return SLANTED.exec(text)?.[2]?.trim() ?? text;
}

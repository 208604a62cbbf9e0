import type { Block } from '../flat-post.ts';
import { readMarker } from './markers.ts';

const WITHIN =
  /[.!?…”"'’)\]]\s+(?=[[(*]{0,2}(?:UPDATED?\b|(?<=[[(*])(?:Updated?)\b|(?:Updated?|Update \d),?\s(?:at\s)?\d))/g;

/** Breaks a block where a further update begins inside it ("… he said. UPDATE, 4 p.m.: …"), outside any quotation. */
export function splitAtMarkers(block: Block): readonly Block[] {
  if (block.kind === 'tweet' || block.kind === 'quote' || block.kind === 'rule') return [block];
  const cuts: number[] = [];
  for (const found of block.text.matchAll(WITHIN)) {
    const at = found.index + found[0].length;
    const before = block.text.slice(cuts.at(-1) ?? 0, at);
    if (cuts.length < 50 && outsideQuotation(before) && isMarker(block.text.slice(at, at + 400)))
      cuts.push(at);
  }
  if (cuts.length === 0) return [block];
  return [0, ...cuts].map((from, part) => ({
    ...block,
    text: block.text.slice(from, cuts[part]).trim(),
    strong: part === 0 ? block.strong : '',
  }));
}

/** Inside running text only a marker that is closed by its own punctuation counts. */
function isMarker(text: string): boolean {
  const marker = readMarker(text);
  return marker !== null && marker.closed && marker.rest !== '';
}

function outsideQuotation(text: string): boolean {
  const straight = text.split('"').length - 1;
  const open = text.split('“').length - 1;
  const close = text.split('”').length - 1;
  return straight % 2 === 0 && open <= close;
}

import type { Block } from '../flat-post.ts';
import type { Entry, Segments } from './entry.ts';

/** A run of this many blocks after an untimed marker in the middle of a story is the story going on. */
const LONG = 5;

export type Settled = {
  readonly body: readonly Block[];
  readonly entries: readonly Entry[];
  readonly warnings: readonly string[];
};

/**
 * Settles where updates end that nothing on the page ends: one spliced into a story, or set above it without
 * "original post below", is its own paragraph and what that introduces; the story goes on after it.
 */
export function settleExtents({ style, body, entries }: Segments): Settled {
  if (style !== 'markers') return { body, entries, warnings: [] };
  const settled: Entry[] = [];
  const warnings: string[] = [];
  const after = new Map<number, Block[]>();
  const holder = body.length === 0 ? holdsStory(entries) : null;
  for (const entry of entries) {
    const cut = entry === holder || isSpliced(entry) ? introduced(entry.paragraphs) : entry.paragraphs.length;
    if (cut >= entry.paragraphs.length) settled.push(entry);
    else {
      settled.push({ ...entry, paragraphs: entry.paragraphs.slice(0, cut), ended: true });
      after.set(entry.bodyBefore, [...(after.get(entry.bodyBefore) ?? []), ...entry.paragraphs.slice(cut)]);
      warnings.push(
        `“${entry.marker}”: where this update ends is not marked; the text after its first paragraph was read as the story.`,
      );
    }
  }
  return { body: spliced(body, after), entries: settled, warnings };
}

/** An untimed update with a long run of text after it stands in the middle of a story. */
function isSpliced(entry: Entry): boolean {
  return !entry.ended && !isTimed(entry) && entry.paragraphs.length > LONG;
}

/** Where no text stands before, between or after the updates, the story hangs on the one with the longest run. */
function holdsStory(entries: readonly Entry[]): Entry | null {
  const open = entries.filter(({ ended }) => !ended);
  const longest = open.toSorted((one, two) => two.paragraphs.length - one.paragraphs.length)[0] ?? null;
  if (longest === null || entries.length < 3 || !entries.every(isTimed)) return longest;
  // Many timed entries may be all there is; then none is much longer than the others.
  const usual =
    entries.map(({ paragraphs }) => paragraphs.length).toSorted((one, two) => one - two)[
      entries.length >> 1
    ] ?? 1;
  return longest.paragraphs.length > 2 * usual ? longest : null;
}

function isTimed({ stamp }: Entry): boolean {
  return stamp !== null && stamp.clock !== null;
}

/** The first paragraph, and the quotations and list items it introduces. */
function introduced(blocks: readonly Block[]): number {
  let end = 1;
  while (end < blocks.length) {
    const [before, block] = [blocks[end - 1], blocks[end]];
    if (!before || !block) break;
    const follows =
      /[:;]["”]?$/.test(before.text) ||
      block.kind === 'quote' ||
      block.kind === 'tweet' ||
      block.kind === 'item';
    const quoted = /^["“„«]/.test(block.text) && end <= 3;
    if (!follows && !quoted) break;
    end += 1;
  }
  return end;
}

function spliced(body: readonly Block[], after: ReadonlyMap<number, readonly Block[]>): readonly Block[] {
  const whole: Block[] = [];
  for (let at = 0; at <= body.length; at++) {
    whole.push(...(after.get(at) ?? []));
    const block = body[at];
    if (block) whole.push(block);
  }
  return whole;
}

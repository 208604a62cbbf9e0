import { writtenWords } from '../noticing/words.ts';

export type SentencePair = { was: string; is: string };

export type Paired = {
  /** Sentences that stand in both, put differently. */
  changed: SentencePair[];
  removed: string[];
  added: string[];
};

/** Share of words that two sentences must have in common to be one that was put differently. */
const ALIKE = 0.5;

/** More sentences than any update has: what lies beyond is not compared. */
const MOST = 2000;

/** Which sentence became which: equal ones first, then within each gap the likest. */
export function pairSentences(before: string[], after: string[]): Paired {
  const paired: Paired = { changed: [], removed: [], added: [] };
  for (const { was, is } of gaps(before.slice(0, MOST), after.slice(0, MOST))) pairGap(was, is, paired);
  return paired;
}

type Gap = { was: string[]; is: string[] };

/** What stands between sentences that stayed. Each equal sentence is found by the next place it has. */
function gaps(before: string[], after: string[]): Gap[] {
  const found: Gap[] = [];
  let [at, other] = [0, 0];
  while (at < before.length || other < after.length) {
    const next = nextEqual(before, after, at, other);
    const gap = { was: before.slice(at, next.at), is: after.slice(other, next.other) };
    if (gap.was.length > 0 || gap.is.length > 0) found.push(gap);
    at = next.at + 1;
    other = next.other + 1;
  }
  return found;
}

function nextEqual(
  before: string[],
  after: string[],
  at: number,
  other: number,
): { at: number; other: number } {
  const most = before.length - at + (after.length - other);
  for (let distance = 0; distance <= most; distance += 1) {
    for (let ahead = 0; ahead <= distance; ahead += 1) {
      const [one, two] = [at + ahead, other + distance - ahead];
      if (one < before.length && two < after.length && before[one] === after[two])
        return { at: one, other: two };
    }
    // A gap this wide is rewritten as a whole; looking further would only take time.
    if (distance > 400) break;
  }
  return { at: before.length, other: after.length };
}

/** How far from its own place a sentence is looked for in a wide gap, in sentences. */
const REACH = 30;

function pairGap(was: string[], is: string[], paired: Paired): void {
  const left = new Map(is.map((sentence, index) => [index, wordsOf(sentence)]));
  const least = was.length === 1 && is.length === 1 ? 0.3 : ALIKE;
  was.forEach((sentence, at) => {
    const own = wordsOf(sentence);
    let best = { index: -1, likeness: 0 };
    for (let index = Math.max(0, at - REACH); index <= Math.min(is.length - 1, at + REACH); index += 1) {
      const other = left.get(index);
      const likeness = other ? likenessOf(own, other) : 0;
      if (likeness >= least && likeness > best.likeness) best = { index, likeness };
    }
    if (best.index < 0) {
      paired.removed.push(sentence);
      return;
    }
    left.delete(best.index);
    paired.changed.push({ was: sentence, is: is[best.index]! });
  });
  paired.added.push(...[...left.keys()].map((index) => is[index]!));
}

const wordsOf = (sentence: string): string[] => writtenWords(sentence).map(({ folded }) => folded);

/** Dice's measure of the words two sentences share. */
function likenessOf(one: string[], other: string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(1, one.length + other.length);
}

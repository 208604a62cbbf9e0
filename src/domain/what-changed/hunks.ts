import type { WrittenWord } from '../noticing/words.ts';

/** Words that gave way to others at one place of a sentence. */
export type Hunk = {
  removed: WrittenWord[];
  added: WrittenWord[];
  /** Whether it stands at the sentence's beginning. */
  opens: boolean;
  /** The word before it that stayed, folded; empty: none. */
  before: string;
};

/** Words of a sentence that are compared one by one; a longer one is one hunk. */
const MOST = 600;

/** Where two sentences part, by their longest common run of words as written. */
export function hunksOf(before: WrittenWord[], after: WrittenWord[]): Hunk[] {
  if (before.length > MOST || after.length > MOST)
    return [{ removed: before, added: after, opens: true, before: '' }];
  const lengths = commonLengths(before, after);
  const hunks: Hunk[] = [];
  let [at, other] = [0, 0];
  let open: Hunk | null = null;
  while (at < before.length || other < after.length) {
    if (at < before.length && other < after.length && before[at]!.text === after[other]!.text) {
      open = null;
      at += 1;
      other += 1;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [], opens: other === 0 && at === 0, before: before[at - 1]?.folded ?? '' };
      hunks.push(open);
    }
    const skips =
      at < before.length && (other === after.length || lengths[at + 1]![other]! >= lengths[at]![other + 1]!);
    if (skips) open.removed.push(before[at++]!);
    else open.added.push(after[other++]!);
  }
  return hunks;
}

/** At [i][j]: how many words the rests from i and j have in common, in order. */
function commonLengths(before: WrittenWord[], after: WrittenWord[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let at = before.length - 1; at >= 0; at -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1)
      lengths[at]![other] =
        before[at]!.text === after[other]!.text
          ? lengths[at + 1]![other + 1]! + 1
          : Math.max(lengths[at + 1]![other]!, lengths[at]![other + 1]!);
  return lengths;
}

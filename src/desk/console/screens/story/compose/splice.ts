/** What was typed, as one splice of a text: `remove` characters from `at`, then `insert`. UTF-16 offsets, never within a pair. */
export type Splice = { at: number; remove: number; insert: string };

/** The least splice that makes `after` of `before`; null where they are the same. `caret`: where it stands in `after`. */
export function spliceOf(before: string, after: string, caret = after.length): Splice | null {
  if (before === after) return null;
  // What follows the caret was not typed: of "aa" typed into "aaa" the ones before the caret are new.
  const mostAfter = Math.min(after.length - caret, before.length);
  let same = 0;
  while (same < mostAfter && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  let at = 0;
  const most = Math.min(before.length, after.length) - same;
  while (at < most && before[at] === after[at]) at += 1;
  while (same < Math.min(before.length, after.length) - at && before.at(-1 - same) === after.at(-1 - same))
    same += 1;
  if (isLow(before, at) || isLow(after, at)) at -= 1;
  if (isLow(before, before.length - same) || isLow(after, after.length - same)) same -= 1;
  return { at, remove: before.length - same - at, insert: after.slice(at, after.length - same) };
}

const isLow = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
};

/** One step of a Yjs text's change. */
type Step = { retain?: number; insert?: unknown; delete?: number };

/** Where a caret goes when another person writes in the same text. */
export function caretAfter(caret: number, steps: readonly Step[]): number {
  let at = 0;
  let moved = caret;
  for (const { retain = 0, insert, delete: gone = 0 } of steps) {
    at += retain;
    if (at > moved) break;
    if (typeof insert === 'string') {
      if (at < moved) moved += insert.length;
      at += insert.length;
    }
    moved -= Math.min(gone, Math.max(0, moved - at));
  }
  return moved;
}

/** A run of words that stayed, went or came. */
export type DiffRun = { change: 'same' | 'out' | 'in'; text: string };

/** Beyond it two texts are shown as wholly different: the table would grow with the square. */
const MOST_WORDS = 2000;

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}’'.,%-]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** What changed from one text to another, word by word (longest common subsequence). */
export function diffWords(was: string, is: string): DiffRun[] {
  const [before, after] = [wordsOf(was), wordsOf(is)];
  if (before.length > MOST_WORDS || after.length > MOST_WORDS) return whole(was, is);
  const lengths = table(before, after);
  const runs: DiffRun[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    if (a < before.length && b < after.length && before[a] === after[b]) {
      push(runs, 'same', before[a]!);
      a += 1;
      b += 1;
    } else if (b >= after.length || (a < before.length && lengths[a + 1]![b]! >= lengths[a]![b + 1]!)) {
      push(runs, 'out', before[a]!);
      a += 1;
    } else {
      push(runs, 'in', after[b]!);
      b += 1;
    }
  }
  return runs;
}

const whole = (was: string, is: string): DiffRun[] =>
  was === is
    ? [{ change: 'same', text: was }]
    : [
        { change: 'out', text: was },
        { change: 'in', text: is },
      ];

/** `lengths[a][b]`: of the longest common subsequence of what follows. */
function table(before: string[], after: string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let a = before.length - 1; a >= 0; a -= 1)
    for (let b = after.length - 1; b >= 0; b -= 1)
      lengths[a]![b] =
        before[a] === after[b]
          ? lengths[a + 1]![b + 1]! + 1
          : Math.max(lengths[a + 1]![b]!, lengths[a]![b + 1]!);
  return lengths;
}

function push(runs: DiffRun[], change: DiffRun['change'], text: string): void {
  const last = runs.at(-1);
  if (last?.change === change) last.text += text;
  else runs.push({ change, text });
}

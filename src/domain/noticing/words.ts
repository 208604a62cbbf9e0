import { folded } from '../find/words.ts';

/** A word as it stands in a text, by UTF-16 offsets, and as words are compared. */
export type WrittenWord = { text: string; folded: string; from: number; to: number };

/** Letters and digits, with what holds them together: an apostrophe, a hyphen, a stop or comma between digits. */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[’'‘\-‐‑]|(?<=\p{N})[.,:](?=\p{N})|(?<=(?<!\p{L})\p{L})\.(?=\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

export function writtenWords(text: string): WrittenWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    folded: folded(word),
    from: index,
    to: index + word.length,
  }));
}

const POSSESSIVE = /[’'‘]s?$/u;

/** A name without the possessive that English hangs on it. */
export const withoutPossessive = (word: string): string => word.replace(POSSESSIVE, '');

/** Whether one slip of the pen parts two words: a letter more, less or other, or two that changed places. */
export function isOneSlip(a: string, b: string): boolean {
  const [one, other] = [[...a], [...b]];
  if (Math.abs(one.length - other.length) > 1 || a === b) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [endOne, endOther] = [one.length, other.length];
  while (endOne > start && endOther > start && one[endOne - 1] === other[endOther - 1]) {
    endOne -= 1;
    endOther -= 1;
  }
  const [left, right] = [one.slice(start, endOne), other.slice(start, endOther)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

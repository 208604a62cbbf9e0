import { isNegation, isOpener } from '../noticing/common-words.ts';
import { figureOf, scaleOf } from '../noticing/figures.ts';
import { isOneSlip, withoutPossessive, writtenWords, type WrittenWord } from '../noticing/words.ts';
import { hunksOf, type Hunk } from './hunks.ts';
import type { SentencePair } from './pair-sentences.ts';

export type Judged = SentencePair & {
  numbers: { was: string; is: string }[];
  names: { was: string; is: string }[];
  negated: boolean;
  /** Nothing but spelling, case, marks and doubled or little words. */
  spellingOnly: boolean;
};

/** What became of a sentence that was put differently. */
export function judge({ was, is }: SentencePair): Judged {
  const [before, after] = [writtenWords(was), writtenWords(is)];
  const hunks = hunksOf(before, after);
  const numbers = changedIn(hunks, isNumber, numberKey);
  const names = changedIn(hunks, (word, first) => isName(word, first), nameKey);
  const negated = negations(before) !== negations(after);
  const spellingOnly = numbers.length === 0 && names.length === 0 && !negated && hunks.every(isSpelling);
  return { was, is, numbers, names, negated, spellingOnly };
}

const negations = (words: WrittenWord[]): number => words.filter(({ text }) => isNegation(text)).length;

type Tells = (word: WrittenWord, first: boolean) => boolean;

/** Words of a kind that gave way to others of the kind, hunk by hunk. */
function changedIn(
  hunks: Hunk[],
  tells: Tells,
  keyOf: (word: WrittenWord) => string,
): { was: string; is: string }[] {
  return hunks.flatMap(({ removed, added, opens }) => {
    const of = (words: WrittenWord[]) => words.filter((word, index) => tells(word, opens && index === 0));
    const [was, is] = [of(removed), of(added)];
    const gone = was.filter((word) => !is.some((other) => keyOf(other) === keyOf(word)));
    const come = is.filter((word) => !was.some((other) => keyOf(other) === keyOf(word)));
    if (gone.length === 0 || come.length === 0) return [];
    return [{ was: gone.map(({ text }) => text).join(' '), is: come.map(({ text }) => text).join(' ') }];
  });
}

const isNumber = ({ text }: WrittenWord): boolean =>
  /^\p{N}/u.test(text) || figureOf(text) !== null || scaleOf(text) !== null;

const numberKey = ({ text }: WrittenWord): string => String(figureOf(text) ?? text.toLowerCase());

/** A capital within a sentence, or at its beginning where the word is not one that sentences begin with. */
function isName({ text }: WrittenWord, first: boolean): boolean {
  if (!/^\p{Lu}/u.test(text) || isOpener(withoutPossessive(text))) return false;
  return !first || [...text].length > 2;
}

const nameKey = ({ text }: WrittenWord): string =>
  withoutPossessive(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const LITTLE = new Set(['a', 'an', 'the']);

const joined = (words: WrittenWord[]): string => words.map(({ folded }) => folded).join('');

function isSpelling({ removed, added, before }: Hunk): boolean {
  if (removed.length === added.length) return removed.every((word, index) => isSameWord(word, added[index]!));
  if (removed.length > 0 && added.length > 0) return joined(removed) === joined(added);
  const odd = [...removed, ...added];
  return odd.length === 1 && (LITTLE.has(odd[0]!.folded) || odd[0]!.folded === before);
}

/** The same word or figure, or one with a slip in it; short words with one other letter are other words. */
function isSameWord(one: WrittenWord, other: WrittenWord): boolean {
  const [a, b] = [one.folded, other.folded];
  const figure = figureOf(one.text);
  if (a === b || (LITTLE.has(a) && LITTLE.has(b))) return true;
  if (figure !== null && figure === figureOf(other.text)) return true;
  return Math.min(a.length, b.length) >= 4 && isOneSlip(a, b);
}

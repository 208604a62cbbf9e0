import { plainLetters } from '../plain-letters.ts';

/** A word of a text: as it is looked for, and where it stands in the text as given (UTF-16 units). */
export type Word = { word: string; start: number; end: number };

/** Letters, marks and digits. A stop between single letters holds them together (U.S.); an apostrophe parts (l’accord, Kim’s). */
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?<=(?<!\p{L})\p{L})\.\p{L}(?![\p{L}\p{M}]))*/gu;

/** Scripts that set no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text, in order. What is indexed and what is asked for are taken apart here alike. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (UNSPACED.test(run)) yield* segmented(run, index);
    else yield* known(run, index);
  }
}

function* segmented(run: string, from: number): Generator<Word> {
  for (const { segment, index, isWordLike } of segmenter.segment(run))
    if (isWordLike) yield* known(segment, from + index);
}

function* known(given: string, start: number): Generator<Word> {
  const word = folded(given);
  if (word !== '') yield { word, start, end: start + given.length };
}

/** Characters of a word that are looked at. */
const LONGEST = 64;

const NOT_OF_A_WORD = /[^\p{L}\p{M}\p{N}]/gu;

/** Of these scripts marks are left out; in others (Devanagari, Thai) a mark is a vowel. */
const MARKED =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

/** A word without what readers do not type: case, width, marks, inner stops, the Arabic stretching of a line. */
export function folded(word: string): string {
  if (/^[\da-z]+$/.test(word)) return word.slice(0, LONGEST);
  const plain = plainLetters(word.normalize('NFKD').replace(MARKED, '').normalize('NFKC').toLowerCase());
  const kept = plain.replaceAll('ς', 'σ').replaceAll('ـ', '').replace(NOT_OF_A_WORD, '');
  return [...kept].slice(0, LONGEST).join('');
}

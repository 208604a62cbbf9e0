import { breaks, type BrokenRule } from '../../domain/faults.ts';
import { COMMON_WORDS, KEY_ROWS } from './common-words.ts';

/** Characters. */
export const PASSWORD_LENGTH = { least: 10, most: 200 };

/** How different what is left must be once what everybody would guess is taken out: characters. */
const LEFT_LEAST = 5;
const DISTINCT_LEAST = 5;
/** Digits that everybody adds. */
const DIGITS_FREE = 4;

/**
 * Why a password cannot be used, or null: length over composition, and none that stands on the lists that are tried first
 * (NIST SP 800-63B §3.1.1.2). `own`: the names and addresses of the person and the site.
 */
export function passwordFault(password: string, own: string[] = []): BrokenRule | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return breaks('password-short', PASSWORD_LENGTH.least);
  if (length > PASSWORD_LENGTH.most) return breaks('password-long', PASSWORD_LENGTH.most);
  return isGuessed(password, own) ? breaks('password-guessed') : null;
}

function isGuessed(password: string, own: string[]): boolean {
  const small = password.toLowerCase().normalize('NFKC');
  if (new Set(small).size < DISTINCT_LEAST || isRepeated(small)) return true;
  const readings = [small, plain(small), plain(small.replace(/[^\p{L}\p{N}]+$/u, ''))];
  const mine = wordsOf(own);
  return readings.some((reading) => left(without(reading, mine)) < LEFT_LEAST || isCommon(reading));
}

/** One short piece over and over, `abcabcabcabc`. */
const isRepeated = (text: string): boolean => /^(.{1,6}?)\1+.{0,5}$/su.test(text) && distinctUnit(text);
const distinctUnit = (text: string): boolean => /^(.{1,6}?)\1{1,}/su.exec(text)![0].length >= text.length - 3;

const LEET: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `P@ssw0rd` as it is meant. */
const plain = (text: string): string => text.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);

/** Nothing but common words, years, rows of keys and signs. */
function isCommon(text: string): boolean {
  const keyless = KEY_RUNS.reduce((rest, run) => rest.replaceAll(run, ' '), text);
  const uncommon = keyless.split(/[^\p{L}]+/u).filter((word) => !splits(word));
  const digits = keyless.replace(/(19|20)\d\d/g, ' ').replace(/[^\d]/g, '');
  return uncommon.join('').length + Math.max(0, digits.length - DIGITS_FREE) < LEFT_LEAST;
}

/** Whether a word is one, or up to four, of the common ones written together. */
function splits(word: string, pieces = 4): boolean {
  if (word === '' || COMMON_WORDS.has(word)) return true;
  if (pieces === 1) return false;
  for (let end = 1; end < word.length; end += 1)
    if (COMMON_WORDS.has(word.slice(0, end)) && splits(word.slice(end), pieces - 1)) return true;
  return false;
}

/** Four or more neighbours on a keyboard or in the alphabet, either way; the longest first. */
const KEY_RUNS: string[] = [...new Set(KEY_ROWS.flatMap(runsOf))].toSorted((a, b) => b.length - a.length);

function runsOf(row: string): string[] {
  const runs: string[] = [];
  for (const line of [row, [...row].toReversed().join('')])
    for (let from = 0; from < line.length; from += 1)
      for (let to = from + 4; to <= line.length; to += 1) runs.push(line.slice(from, to));
  return runs;
}

const wordsOf = (own: string[]): string[] =>
  own
    .flatMap((text) =>
      text
        .toLowerCase()
        .normalize('NFKC')
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length);

const without = (text: string, words: string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ''), text);

/** Letters and digits, but for a year at the end and such. */
const left = (text: string): number => text.replace(/(19|20)\d\d/g, '').replace(/[^\p{L}\p{N}]/gu, '').length;

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** One file of a font: the part of it that a range of characters needs. */
export type Subset = { file: string; ranges: [from: number, to: number][] };

/** The fonts, which npm brings: a card is the same on every machine. */
const PACKAGES = [
  'noto-sans',
  'noto-sans-devanagari',
  'noto-sans-arabic',
  'noto-sans-sc',
  'noto-sans-kr',
] as const;
export type Family = (typeof PACKAGES)[number];

const require = createRequire(import.meta.url);
const read = new Map<Family, Subset[]>();

/** A family's files as its package lists them (`unicode.json`: subset → CSS `unicode-range`). */
export function subsetsOf(family: Family): Subset[] {
  const known = read.get(family);
  if (known) return known;
  const list = require.resolve(`@fontsource-variable/${family}/unicode.json`);
  const folder = path.join(path.dirname(list), 'files');
  const listed = JSON.parse(fs.readFileSync(list, 'utf8')) as Record<string, string>;
  const subsets = Object.entries(listed).map(([name, ranges]) => ({
    file: path.join(folder, `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map(readRange),
  }));
  read.set(family, subsets);
  return subsets;
}

/** `U+0900-097F` or `U+20B9` (CSS Fonts 4 §4.5; these packages use no wildcards). */
function readRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().slice(2).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]/u;

/** The families to ask for a character, in turn. `cjk`: it stands in Chinese or Japanese words. */
export function familiesFor(character: string, { cjk, lang }: { cjk: boolean; lang: string }): Family[] {
  const preferred = ((): Family[] => {
    if (/\p{Script=Devanagari}/u.test(character)) return ['noto-sans-devanagari'];
    if (/\p{Script=Hangul}/u.test(character)) return ['noto-sans-kr'];
    const isHan = HAN.test(character) || (cjk && /[^\x20-\x7e]/.test(character) && /\p{P}/u.test(character));
    if (!isHan) return ['noto-sans'];
    return /^ko\b/i.test(lang) ? ['noto-sans-kr', 'noto-sans-sc'] : ['noto-sans-sc'];
  })();
  return [...new Set([...preferred, ...PACKAGES])];
}

export const isHan = (character: string): boolean => HAN.test(character);

export const holds = ({ ranges }: Subset, codePoint: number): boolean =>
  ranges.some(([from, to]) => from <= codePoint && codePoint <= to);

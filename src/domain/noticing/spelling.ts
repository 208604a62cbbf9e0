import { folded } from '../find/words.ts';
import type { Noticed, Passage } from './found.ts';
import { writtenNames, type WrittenName } from './names.ts';
import { isOneSlip } from './words.ts';

/** How a story spells its names: each spelling with how often it stands there. */
export type Spellings = {
  times: Map<string, number>;
  /** Spellings by what they are compared by: a name that differs is sought among those that share a word. */
  byWord: Map<string, Set<string>>;
  /** Every word of the story in small letters: what is a word of it is no slip. */
  vocabulary: Set<string>;
};

/** Letters of a name of one word that is compared at all; shorter ones are too often other names. */
const LONG_ENOUGH = 6;

/** How often a name of one word must stand in the story before another is held against it. */
const ESTABLISHED = 2;

/** Endings that words take in sentences: no slips. */
const ENDING = /[sanoei]$/;

/** Names that stand in the story spelt otherwise, more often; never common words. */
export function noticeSpelling(passage: Passage, story: Spellings, lang: string): Noticed[] {
  return writtenNames(passage.text).flatMap((written): Noticed[] => {
    const name = [written, ...withoutTitles(written)].find((one) => otherSpelling(one, story, lang) !== null);
    if (!name) return [];
    const other = otherSpelling(name, story, lang);
    if (other === null) return [];
    const times = story.times.get(other) ?? 0;
    return [
      {
        passage,
        kind: 'spelling',
        from: name.from,
        to: name.to,
        reason: { sentence: 'marks.spelling', values: { written: name.text, usual: other, times } },
        replacements: [other],
        says: other,
      },
    ];
  });
}

/** Most words of a name without its titles. */
const LONGEST_NAME = 4;

/** A name without the titles before it ("Press Secretary Ann Roe"), the longest first. */
export function withoutTitles({ text, words, to }: WrittenName): WrittenName[] {
  const shorter: WrittenName[] = [];
  for (let count = Math.min(LONGEST_NAME, words.length - 1); count >= 2; count -= 1) {
    const kept = words.slice(-count);
    const length = kept.join(' ').length;
    shorter.push({ text: text.slice(-length), words: kept, from: to - length, to });
  }
  return shorter;
}

function otherSpelling({ text, words }: WrittenName, story: Spellings, lang: string): string | null {
  const own = story.times.get(text) ?? 0;
  const candidates = new Set(
    words.flatMap((word) => [...keysOf(word)].flatMap((key) => [...(story.byWord.get(key) ?? [])])),
  );
  let best: string | null = null;
  for (const candidate of candidates) {
    const times = story.times.get(candidate) ?? 0;
    // Where both stand in the story, the newsroom has seen both: only a rare one is questioned.
    if (candidate === text || times <= own || (own > 0 && times < own * 3)) continue;
    if (!isSameName(words, candidate.split(/[ \u00a0]/), { story, times, lang })) continue;
    if (best === null || times > (story.times.get(best) ?? 0)) best = candidate;
  }
  return best;
}

type Judging = { story: Spellings; times: number; lang: string };

const joined = (words: string[]): string => words.map(folded).join('');

function isSameName(words: string[], others: string[], { story, times, lang }: Judging): boolean {
  const [one, other] = [joined(words), joined(others)];
  // Vietnamese tells names apart by what others leave out; German sets capitals on every noun.
  const marksMatter = /^(?:vi|de)\b/.test(lang);
  if (one === other) return !marksMatter && one.length >= 4 && (words.length > 1 || times >= ESTABLISHED);
  if (words.length !== others.length) return false;
  const parted = words.flatMap((word, index) =>
    folded(word) === folded(others[index]!) ? [] : [[folded(word), folded(others[index]!)] as const],
  );
  const [pair, more] = parted;
  if (!pair || more || pair[0][0] !== pair[1][0] || !isOneSlip(...pair)) return false;
  const [a, b] = pair;
  if (differsAtEnd(a, b)) return false;
  if (words.length > 1) return Math.min(a.length, b.length) >= 4;
  if (/^de\b/.test(lang) || times < ESTABLISHED || Math.min(a.length, b.length) < LONG_ENOUGH) return false;
  return !story.vocabulary.has(a);
}

/** Last letters that are taken for one another by ear: "Tavares" and "Tavarez", "Kelly" and "Kelli". */
const ALIKE = /^(?:sz|zs|iy|yi|ck|kc)$/;

/** "Maria" and "Mario", "Petrov" and "Petrova": two people, or one in another case; "Sara" and "Sarah" may be a slip. */
function differsAtEnd(a: string, b: string): boolean {
  if (a.length === b.length)
    return a.slice(0, -1) === b.slice(0, -1) && !ALIKE.test(`${a.at(-1)}${b.at(-1)}`);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && ENDING.test(long);
}

/** What a word is found by though one letter of it may be wrong: its first three letters, or its last three. */
function* keysOf(word: string): Generator<string> {
  const plain = folded(word);
  yield `^${plain.slice(0, 2)}`;
  yield `${plain.slice(-3)}$`;
}

export function newSpellings(): Spellings {
  return { times: new Map(), byWord: new Map(), vocabulary: new Set() };
}

/** Notes a name so often; `times` is what it weighs. */
export function noteSpelling(story: Spellings, text: string, times: number): void {
  story.times.set(text, (story.times.get(text) ?? 0) + times);
  for (const word of text.split(/[ \u00a0]/))
    for (const key of keysOf(word)) {
      const known = story.byWord.get(key);
      if (known) known.add(text);
      else story.byWord.set(key, new Set([text]));
    }
}

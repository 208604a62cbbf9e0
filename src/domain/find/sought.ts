import { folded, wordsIn } from './words.ts';

/** What a text must hold: these words one after another; with `prefix` the last of them may go on. */
export type Term = { words: string[]; prefix: boolean };

/** Characters (UTF-16 units) of a question that is looked into; a longer one is refused in a sentence. */
export const SOUGHT_MAX = 200;

const QUOTES = '"“”„«»「」『』';
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, 'gu');

/** What a reader typed, as terms that all must be found: words, and phrases in quotation marks. Nothing in it is syntax. */
export function termsOf(typed: string): Term[] {
  const terms: Term[] = [];
  let from = 0;
  const take = (loose: string): void => {
    for (const { word } of wordsIn(loose)) terms.push({ words: [word], prefix: takesEnding(word) });
  };
  for (const { 0: quoted, 1: phrase = '', index } of typed.matchAll(QUOTED)) {
    take(typed.slice(from, index));
    const words = [...wordsIn(phrase)].map(({ word }) => word);
    if (words.length > 0) terms.push({ words, prefix: false });
    from = index + quoted.length;
  }
  const rest = typed.slice(from);
  take(rest);
  const last = terms.at(-1);
  if (last && rest.trim() !== '' && goesOn(last.words[0] ?? '')) last.prefix = true;
  // A word that is asked for twice is looked for once.
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}

/** A Korean word carries its particles at its end. */
const takesEnding = (word: string): boolean => /\p{Script=Hangul}/u.test(word);

/** One letter begins too many words to be the beginning of one; a character of an unspaced script does not. */
const goesOn = (word: string): boolean =>
  [...word].length > 1 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);

/** Whether a word of a text is one that was asked for. */
export function isSought(given: string, terms: Term[]): boolean {
  const word = folded(given);
  return terms.some(({ words, prefix }) =>
    words.some(
      (wanted, at) => wanted === word || (prefix && at === words.length - 1 && word.startsWith(wanted)),
    ),
  );
}

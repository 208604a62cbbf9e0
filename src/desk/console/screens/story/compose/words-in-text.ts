import type * as Y from 'yjs';
import type { DeskMark } from '../../../../../domain/desk/mark.ts';

/** Where the words of a mark stand in a field now (UTF-16): where they stood, else the nearest; null where they are gone. */
export function placeOfWords(text: string, { words, from }: Pick<DeskMark, 'words' | 'from'>): number | null {
  // A mark of a whole line that says nothing, such as one that rests on something taken back.
  if (words === '') return 0;
  if (text.startsWith(words, from)) return from;
  let best: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best === null || Math.abs(at - from) < Math.abs(best - from)) best = at;
  return best;
}

/** Puts words in place of others, where those still stand. */
export function putWords(text: Y.Text, at: number, words: string, instead: string): void {
  const place = placeOfWords(text.toJSON(), { words, from: at });
  if (place === null) return;
  text.doc?.transact(() => {
    text.delete(place, words.length);
    text.insert(place, instead);
  });
}

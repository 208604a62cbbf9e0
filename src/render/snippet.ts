import { isSought, type Term } from '../domain/find/sought.ts';
import { wordsIn } from '../domain/find/words.ts';
import { html } from './html.ts';
import type { Html, Interpolation } from './html.ts';

/** Characters before the first word that was looked for, so that it stands in its sentence. */
const BEFORE = 60;

/** A text's words that were looked for, marked; the rest as it is. */
export function renderMarked(text: string, terms: Term[]): Html {
  const pieces: Interpolation[] = [];
  let from = 0;
  for (const { word, start, end } of wordsIn(text)) {
    if (!isSought(word, terms)) continue;
    pieces.push(text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return html`${pieces}${text.slice(from)}`;
}

/** The part of a text, of about `max` characters in one line, in which the first of the words stands; its beginning where none does. */
export function renderSnippet(text: string, terms: Term[], max: number): Html {
  const { words, before, after } = cut(text, terms, max);
  return html`${before && '…'}${renderMarked(words, terms)}${after && '…'}`;
}

/** The same as plain text, with nothing marked. */
export function snippetText(text: string, terms: Term[], max: number): string {
  const { words, before, after } = cut(text, terms, max);
  return `${before ? '…' : ''}${words}${after ? '…' : ''}`;
}

/** `before` and `after`: whether there is more of the text there. */
function cut(text: string, terms: Term[], max: number): { words: string; before: boolean; after: boolean } {
  const line = text.replace(/\s+/g, ' ').trim();
  const from = startOf(line, terms);
  const piece = line.slice(from, from + max);
  const space = piece.lastIndexOf(' ');
  const isLast = from + max >= line.length;
  // A script that sets no spaces is cut where the line ends.
  const words = isLast || space < max / 2 ? piece : piece.slice(0, space);
  return { words: words.toWellFormed(), before: from > 0, after: !isLast };
}

function startOf(line: string, terms: Term[]): number {
  for (const { word, start } of wordsIn(line)) {
    if (!isSought(word, terms)) continue;
    if (start <= BEFORE) return 0;
    const space = line.indexOf(' ', start - BEFORE);
    return space >= 0 && space < start ? space + 1 : start;
  }
  return 0;
}

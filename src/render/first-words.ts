import type { DocumentJSON } from '../domain/document.ts';
import type { Update } from '../domain/update.ts';
import { documentText } from './document-text.ts';

/** About as much as one line of a list holds, in characters. */
const LINE = 90;

/** What an update is called in a list: its title, or its first words, cut where a word ends. Empty for a retracted one. */
export function nameOf(update: Pick<Update, 'title' | 'body'>, max = LINE): string {
  return update.title ?? firstWords(wordsOf(update.body), max);
}

/** What is said: pictures and embeds only where there is nothing else. */
function wordsOf({ type, content }: DocumentJSON): string {
  const said = content.filter((block) => !['image', 'gallery', 'embed'].includes(block.type));
  return documentText({ type, content: said }) || documentText({ type, content });
}

/** The text in one line of at most `max` characters; what is cut off is told by an ellipsis. */
export function firstWords(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= max) return line;
  const cut = characters.slice(0, max).join('');
  // A script that sets no spaces is cut where the line ends.
  const word = cut.lastIndexOf(' ');
  return `${(word > max / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:–—-]+$/, '')}…`;
}

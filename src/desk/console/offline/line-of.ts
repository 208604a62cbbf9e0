import type { DraftContent } from '../../shared/wire.ts';

const LONGEST = 80;

type AnyNode = { text?: string; content?: AnyNode[] };

/** What a draft says first, in a line: its title, or the first words of its text. */
export function lineOf({ title, body }: Pick<DraftContent, 'title' | 'body'>): string {
  const line = (title.trim() || wordsIn(body as AnyNode)).replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

function wordsIn({ text, content }: AnyNode): string {
  if (text !== undefined) return text;
  for (const child of content ?? []) {
    const words = wordsIn(child);
    if (words.trim() !== '') return content!.map(wordsIn).join('');
  }
  return '';
}

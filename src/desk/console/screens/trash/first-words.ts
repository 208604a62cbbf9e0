import type { DocumentJSON } from '../../../../domain/document.ts';

type AnyNode = { text?: string; content?: AnyNode[] };

const LONGEST = 120;

/** The first words of a text, for lists where it has no title. */
export function firstWords(body: DocumentJSON): string {
  const text = wordsOf(body as AnyNode).trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : text;
}

function wordsOf({ text, content }: AnyNode): string {
  if (text !== undefined) return text;
  return (content ?? [])
    .map(wordsOf)
    .filter(Boolean)
    .join(content?.some((node) => node.text !== undefined) ? '' : ' ');
}

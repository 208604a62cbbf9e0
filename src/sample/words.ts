import type { BlockJSON, DocumentJSON, ParagraphJSON, StatementSource } from '../domain/document.ts';

/** A body as the night is written down: a string is a paragraph. */
export function body(...blocks: (string | BlockJSON)[]): DocumentJSON {
  return {
    type: 'doc',
    content: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  };
}

export type Source = { speaker: string } & Partial<StatementSource>;

/** A statement: who said it and how it reached us, then the words. */
export function said(source: Source, ...words: string[]): BlockJSON {
  const unknown = { role: null, outlet: null, medium: null, interpreter: null, link: null, lang: null };
  return { type: 'statement', attrs: { ...unknown, ...source }, content: words.map(paragraph) };
}

export function list(...items: string[]): BlockJSON {
  return {
    type: 'bullet_list',
    content: items.map((item) => ({ type: 'list_item', content: [paragraph(item)] })),
  };
}

const paragraph = (text: string): ParagraphJSON => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

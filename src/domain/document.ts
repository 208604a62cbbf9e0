import type { BlockJSON, DocumentJSON, InlineJSON } from './document/json.ts';
import { cleanText, isVisible } from './plain-text.ts';

export { checkDocument } from './document/check.ts';
export type { CheckedDocument } from './document/check.ts';
export { documentSchemas } from './document/json-schema.ts';
export type * from './document/json.ts';
export { ownPictures, picturesIn } from './document/pictures.ts';
export type { OwnPicture } from './document/pictures.ts';
export { schema } from './document/schema.ts';

/** A document in which nothing has been written yet. */
export function emptyDocument(): DocumentJSON {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** A document of plain paragraphs, cleaned; a newline inside one is a line break. */
export function paragraphs(texts: string[]): DocumentJSON {
  const content = texts.map((text): BlockJSON => {
    const inline = linesOf(cleanText(text));
    return inline.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: inline };
  });
  return content.length === 0 ? emptyDocument() : { type: 'doc', content };
}

/** Whether a reader would see nothing: no visible text, picture or embed. */
export function isEmptyDocument(document: DocumentJSON): boolean {
  return !document.content.some(showsSomething);
}

/** The document without the empty lines at its end; those between its words stay. Never without any block. */
export function withoutEmptyEnd(document: DocumentJSON): DocumentJSON {
  const last = document.content.findLastIndex((block) => block.type !== 'paragraph' || showsSomething(block));
  if (last === document.content.length - 1) return document;
  return last === -1 ? emptyDocument() : { ...document, content: document.content.slice(0, last + 1) };
}

function linesOf(text: string): InlineJSON[] {
  const inline: InlineJSON[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) inline.push({ type: 'hard_break' });
    if (line !== '') inline.push({ type: 'text', text: line });
  }
  return inline;
}

type AnyNode = { type: string; text?: string; content?: AnyNode[] };

function showsSomething(node: AnyNode): boolean {
  if (node.type === 'image' || node.type === 'embed') return true;
  return isVisible(node.text ?? '') || (node.content ?? []).some(showsSomething);
}

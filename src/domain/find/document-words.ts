import type { DocumentJSON } from '../document.ts';

type AnyNode = { type: string; text?: string; attrs?: object; content?: readonly AnyNode[] };

/** What is written beside the text of a node: names of who speaks, captions, credits. */
const WRITTEN = ['speaker', 'role', 'outlet', 'medium', 'interpreter', 'alt', 'caption', 'credit', 'title'];

/** All a reader may look for in a document, block by block. Marks inside a word do not part it. */
export function documentWords(document: DocumentJSON): string {
  const blocks: string[] = [];
  const look = (node: AnyNode): void => {
    const attrs = (node.attrs ?? {}) as Record<string, unknown>;
    for (const name of WRITTEN) if (typeof attrs[name] === 'string') blocks.push(attrs[name]);
    const content = node.content ?? [];
    const inline = content.map(({ type, text }) => (type === 'hard_break' ? '\n' : (text ?? '')));
    if (inline.some((text) => text !== '')) blocks.push(inline.join(''));
    content.forEach(look);
  };
  look(document);
  return blocks.join('\n');
}

import type { DocumentJSON, StatementSource } from '../document.ts';

/** A run of text that an editor's caret goes through: `path` are the indexes of `content` from the root to it. */
export type Textblock = {
  path: number[];
  /** A line break counts as one character, as it does in ProseMirror. */
  text: string;
  /** The statement it stands in. */
  source: StatementSource | null;
  /** Where that statement is; null outside of one. */
  statement: number[] | null;
};

type AnyNode = { type: string; text?: string; attrs?: object; content?: readonly AnyNode[] };

type Within = Pick<Textblock, 'source' | 'statement'>;

const TEXTBLOCKS = new Set(['paragraph', 'heading']);

/** A document's textblocks in order; `most` bounds what is looked at, in UTF-16 units. */
export function textblocks(document: DocumentJSON, most = 200_000): Textblock[] {
  const found: Textblock[] = [];
  let left = most;
  const look = (node: AnyNode, path: number[], within: Within): void => {
    if (left <= 0) return;
    if (TEXTBLOCKS.has(node.type)) {
      const text = (node.content ?? [])
        .map(({ type, text: words }) => (type === 'hard_break' ? '\n' : (words ?? '')))
        .join('');
      left -= text.length + 1;
      found.push({ path, text, ...within });
      return;
    }
    const inner =
      node.type === 'statement' ? { source: node.attrs as StatementSource, statement: path } : within;
    node.content?.forEach((child, index) => look(child, [...path, index], inner));
  };
  look(document, [], { source: null, statement: null });
  return found;
}

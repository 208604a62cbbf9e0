import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { around } from '../commands.ts';
import { quotationBefore } from './quotations.ts';

/** What would become a statement: a quotation within a paragraph, or whole blocks. Positions of the document. */
export type Target =
  | { kind: 'words'; block: number; from: number; to: number }
  | { kind: 'blocks'; from: number; to: number };

/** What the person most likely means where the caret stands; null where a statement cannot be made. */
export function targetOf(state: EditorState): Target | null {
  const { $from, $to, from, to, empty } = state.selection;
  const quoted = around($from, ({ type }) => type.name === 'blockquote');
  if (quoted) return { kind: 'blocks', from: quoted.pos, to: quoted.pos + quoted.node.nodeSize };
  if ($from.depth !== 1 || $to.depth !== 1 || !$from.parent.isTextblock) return null;
  if (empty) return quotationAt(state) ?? wholeBlock($from.before(1), $from.parent);
  if ($from.sameParent($to) && to - from < $from.parent.content.size)
    return { kind: 'words', block: $from.before(1), from, to };
  return { kind: 'blocks', from: $from.before(1), to: $to.after(1) };
}

/** The quotation that was just closed in a paragraph of the body. */
export function quotationAt(state: EditorState): Extract<Target, { kind: 'words' }> | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null;
  const found = quotationBefore(textOf($from.parent), $from.parentOffset);
  if (!found) return null;
  const start = $from.start();
  return { kind: 'words', block: $from.before(), from: start + found.from, to: start + found.to };
}

const wholeBlock = (from: number, block: Node): Target => ({
  kind: 'blocks',
  from,
  to: from + block.nodeSize,
});

/** Its text, with one character for everything that takes one position. */
export const textOf = (block: Node): string => block.textBetween(0, block.content.size, undefined, '\n');

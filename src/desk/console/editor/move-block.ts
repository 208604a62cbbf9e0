import { NodeSelection, TextSelection, type Command } from '@tiptap/pm/state';

/** Moves the block of the body the selection is in up or down by one: a paragraph, a picture, a whole list. */
export const moveBlock =
  (way: -1 | 1): Command =>
  ({ doc, selection, tr }, dispatch) => {
    const { $from } = selection;
    const index = $from.index(0);
    const node = doc.maybeChild(index);
    const other = doc.maybeChild(index + way);
    if (!node || !other) return false;
    const start = $from.posAtIndex(index, 0);
    const to = way === -1 ? start - other.nodeSize : start + other.nodeSize;
    tr.delete(start, start + node.nodeSize).insert(to, node);
    const kept =
      selection instanceof NodeSelection && $from.depth === 0
        ? NodeSelection.create(tr.doc, to)
        : TextSelection.near(tr.doc.resolve(to + (selection.from - start)));
    dispatch?.(tr.setSelection(kept).scrollIntoView());
    return true;
  };

import { TextSelection, type Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { around } from '../commands.ts';

/** Puts the caret behind the statement, in the next paragraph or a new one. */
export function leaveStatement(view: EditorView, pos: number | undefined): void {
  const node = pos === undefined ? null : view.state.doc.nodeAt(pos);
  if (pos === undefined || node?.type.name !== 'statement') return view.focus();
  const { tr, schema } = view.state;
  const after = pos + node.nodeSize;
  if (!tr.doc.nodeAt(after)?.isTextblock) tr.insert(after, schema.nodes['paragraph']!.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  view.focus();
}

/** Enter on an empty last line leaves the statement, as it leaves a list. */
export const leaveByEnter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const found = around($from, ({ type }) => type.name === 'statement');
  if (!empty || !found || $from.parent.content.size > 0) return false;
  const isLast = $from.index(found.depth) === found.node.childCount - 1;
  if (!isLast || found.node.childCount < 2) return false;
  const { tr, schema } = state;
  tr.delete($from.before(), $from.after());
  const after = tr.mapping.map(found.pos + found.node.nodeSize);
  tr.insert(after, schema.nodes['paragraph']!.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

/** Backspace at its beginning makes text of it again. */
export const unwrapByBackspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const found = around($from, ({ type }) => type.name === 'statement');
  if (!empty || !found || $from.pos !== found.pos + 2) return false;
  const { tr } = state;
  tr.replaceWith(found.pos, found.pos + found.node.nodeSize, found.node.content);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, found.pos + 1)).scrollIntoView());
  return true;
};

/** The arrow that would leave the text's end goes to a new paragraph behind the statement. */
export const leaveByArrow: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const found = around($from, ({ type }) => type.name === 'statement');
  if (!empty || !found || found.pos + found.node.nodeSize !== state.doc.content.size) return false;
  if ($from.index(found.depth) !== found.node.childCount - 1 || view?.endOfTextblock('down') !== true)
    return false;
  const { tr, schema } = state;
  const after = state.doc.content.size;
  tr.insert(after, schema.nodes['paragraph']!.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

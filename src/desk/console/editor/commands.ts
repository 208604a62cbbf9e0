import { lift, setBlockType, toggleMark, wrapIn } from '@tiptap/pm/commands';
import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';

type Found = { node: Node; pos: number; depth: number };

/** The innermost node round a place that fits. */
export function around($pos: ResolvedPos, fits: (node: Node) => boolean): Found | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth);
    if (fits(node)) return { node, pos: $pos.before(depth), depth };
  }
  return null;
}

export const isIn = (state: EditorState, name: string): boolean =>
  around(state.selection.$from, ({ type }) => type.name === name) !== null;

const typeIn = (state: EditorState, name: string): NodeType => state.schema.nodes[name]!;

export const toggle =
  (mark: string): Command =>
  (state, dispatch) =>
    toggleMark(state.schema.marks[mark]!)(state, dispatch);

/** A heading of that level, or a paragraph where it is one already. */
export const heading =
  (level: number): Command =>
  (state, dispatch) => {
    const { parent } = state.selection.$from;
    const isOne = parent.type.name === 'heading' && parent.attrs['level'] === level;
    const command = isOne ? paragraph : setBlockType(typeIn(state, 'heading'), { level });
    return command(state, dispatch);
  };

export const paragraph: Command = (state, dispatch) =>
  setBlockType(typeIn(state, 'paragraph'))(state, dispatch);

/** A list of that kind; out of it where it is one; the other kind turned into it. */
export const list =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch, view) => {
    const found = around(state.selection.$from, ({ type }) => type.name.endsWith('_list'));
    if (!found) return wrapInList(typeIn(state, name))(state, dispatch, view);
    if (found.node.type.name === name) return liftListItem(typeIn(state, 'list_item'))(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(found.pos, typeIn(state, name)));
    return true;
  };

/** A quotation without a source, or out of one. */
export const quote: Command = (state, dispatch) =>
  isIn(state, 'blockquote') ? lift(state, dispatch) : wrapIn(typeIn(state, 'blockquote'))(state, dispatch);

/** A node of its own after the one that is written in, or in place of an empty paragraph. */
export function place(state: EditorState, node: Node): EditorState['tr'] {
  const { $from } = state.selection;
  const isEmptyLine = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  if (isEmptyLine && $from.depth > 0) return state.tr.replaceSelectionWith(node);
  const after = $from.depth > 0 ? $from.after(outermost($from)) : state.selection.to;
  return state.tr.insert(after, node);
}

/** Nodes that stand for themselves go between the body's own blocks, never into a list or a statement. */
const outermost = ($pos: ResolvedPos): number => Math.min(1, $pos.depth);

export const rule: Command = (state, dispatch) => {
  dispatch?.(place(state, typeIn(state, 'horizontal_rule').create()).scrollIntoView());
  return true;
};

export const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(typeIn(state, 'hard_break').create()).scrollIntoView());
  return true;
};

import type { EditorView } from '@tiptap/pm/view';

export const OPEN_SOURCE = 'writethru:open-source';

/** Tells the statement at a place to open its source for writing. */
export function openSource(view: EditorView, pos: number): void {
  view.nodeDOM(pos)?.dispatchEvent(new CustomEvent(OPEN_SOURCE));
}

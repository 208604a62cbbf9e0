import type { EditorState } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/** What comes next is a step of undo of its own, however soon after the last letter it comes. */
export function newUndoStep(state: EditorState): void {
  const held = yUndoPluginKey.getState(state) as { undoManager?: UndoManager } | undefined;
  held?.undoManager?.stopCapturing();
}

import { AllSelection, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { checkLink } from '../../../../domain/links.ts';
import { newUndoStep } from '../undo-step.ts';

/** An address over selected words links them; elsewhere it is written as a link. */
export function pasteLink(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  const href = /^(?:https?:\/\/|mailto:)\S+$/i.test(text) ? checkLink(text) : null;
  const { state } = view;
  const { schema, tr } = state;
  const selection = withinText(state);
  if (href === null || !selection?.$from.sameParent(selection.$to)) return false;
  const link = schema.marks['link']!.create({ href });
  newUndoStep(state);
  if (selection.empty) tr.replaceSelectionWith(schema.text(text, [link]), false);
  else tr.addMark(selection.from, selection.to, link);
  view.dispatch(tr.removeStoredMark(link).scrollIntoView());
  return true;
}

/** All of a text that is one paragraph is that paragraph's words. */
function withinText({ selection, doc }: EditorState): TextSelection | null {
  if (selection instanceof TextSelection) return selection;
  if (!(selection instanceof AllSelection)) return null;
  const all = TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size));
  return all instanceof TextSelection ? all : null;
}

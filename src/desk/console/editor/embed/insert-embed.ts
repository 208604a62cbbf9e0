import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { hostOf } from '../../../../domain/links.ts';
import { newUndoStep } from '../undo-step.ts';

/** Puts a card for a checked web address in place of the empty line or the line that holds it alone, else behind the block. */
export function insertEmbed(view: EditorView, url: string): void {
  const { state } = view;
  const { tr, schema, selection } = state;
  const { $from } = selection;
  newUndoStep(state);
  const embed = schema.nodes['embed']!.create({ url, title: null, provider: hostOf(url) });
  const block = $from.depth > 0 ? $from.node(1) : null;
  const isItsLine =
    block?.type.name === 'paragraph' && (block.content.size === 0 || addressIn(block.textContent) === url);
  const at = $from.depth === 0 ? $from.pos : isItsLine ? $from.before(1) : $from.after(1);
  if (isItsLine) tr.replaceWith(at, $from.after(1), embed);
  else tr.insert(at, embed);
  const after = at + embed.nodeSize;
  if (!tr.doc.nodeAt(after)?.isTextblock) tr.insert(after, schema.nodes['paragraph']!.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  newUndoStep(view.state);
}

/** The address a line holds and nothing else, as the URL standard writes it. */
export function addressIn(text: string): string | null {
  const given = text.trim();
  return /^https?:\/\/\S+$/i.test(given) ? (URL.parse(given)?.href ?? null) : null;
}

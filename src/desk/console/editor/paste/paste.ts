import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { NODES_MAX, SIZE_MAX } from '../../../../domain/document/limits.ts';
import type { EditorRoom } from '../room.ts';
import { newUndoStep } from '../undo-step.ts';
import { ClipboardParser } from './clipboard-parser.ts';
import { pasteLink } from './paste-link.ts';
import { plainMarkup } from './plain-markup.ts';
import { textSlice } from './plain-text.ts';

/** What is pasted or dropped as text becomes a document or is refused with a sentence; nothing else of it is kept. */
export function paste(room: EditorRoom): Extension {
  return Extension.create({
    name: 'cleanPaste',
    priority: 400,
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              paste: (view, event) => take(view, event, room),
              drop: (view, event) => refuse(view, event, event.dataTransfer, room),
            },
            transformPastedHTML: (html) => transform(html, room),
            clipboardParser: new ClipboardParser(this.editor.schema),
            clipboardTextParser: (text) => textSlice(text, this.editor.schema),
            handlePaste: (view, event, slice) => pasteLink(view, event) || refuseSlice(view, slice, room),
          },
        }),
      ];
    },
  });
}

/** The browser pastes nothing itself, whatever happens: only what became a document comes in. */
function take(view: EditorView, event: ClipboardEvent, room: EditorRoom): boolean {
  const held = event.clipboardData;
  if (!held || !view.editable) return false;
  event.preventDefault();
  if (refuse(view, event, held, room)) return true;
  const [html, text] = [held.getData('text/html'), held.getData('text/plain')];
  newUndoStep(view.state);
  try {
    if (html === '') view.pasteText(text, event);
    else view.pasteHTML(html, event);
  } catch {
    // Markup that fits nowhere, made so or by mishap: its words still do.
    if (text === '') room.told.set({ sentence: room.say('editor.pasteFailed') });
    else view.pasteText(text, event);
  }
  newUndoStep(view.state);
  return true;
}

/** Too much markup is not even read; its plain text can be had instead. */
function refuse(view: EditorView, event: Event, held: DataTransfer | null, room: EditorRoom): boolean {
  const html = held?.getData('text/html') ?? '';
  if (html === '' || plainMarkup(html).type === 'markup') return false;
  event.preventDefault();
  const text = held?.getData('text/plain') ?? '';
  const action = {
    label: room.say('editor.pasteText'),
    run() {
      view.pasteText(text);
      view.focus();
    },
  };
  room.told.set({ sentence: room.say('editor.pasteTooMuch'), ...(text !== '' && { action }) });
  return true;
}

/** Read twice and kept once: what was refused before comes here no more. */
function transform(html: string, room: EditorRoom): string {
  const plain = plainMarkup(html);
  if (plain.type === 'too-much') return '';
  if (plain.pictures > 0) {
    room.told.set({ sentence: room.say('editor.picturesLeftOut', { n: plain.pictures }) });
  }
  return plain.html;
}

/** More than a document may hold. */
function refuseSlice({ state }: EditorView, slice: Slice, room: EditorRoom): boolean {
  let nodes = 0;
  slice.content.descendants(() => void (nodes += 1));
  if (nodes <= NODES_MAX && slice.size + state.doc.content.size <= SIZE_MAX) return false;
  room.told.set({ sentence: room.say('editor.pasteTooLong', { max: SIZE_MAX }) });
  return true;
}

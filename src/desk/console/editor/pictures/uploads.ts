import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ReactRenderer } from '@tiptap/react';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { MediaWire } from '../../../shared/wire.ts';
import type { EditorRoom } from '../room.ts';
import { newUndoStep } from '../undo-step.ts';
import { newBatch, takeBack, type Batch, type Upload } from './batch.ts';
import { filesIn, picturesAmong } from './files.ts';
import { onTheirWayTo, send, setOut } from './on-their-way.ts';
import { placePictures } from './place-pictures.ts';
import { UploadCards } from './upload-cards.tsx';

/** `at`: where they will stand; null while the text is not there yet. */
type Shown = { batch: Batch; at: number | null };
type Change = { add: Shown } | { remove: Batch };

const key = new PluginKey<readonly Shown[]>('pictureUploads');

/** Pictures dropped, pasted, chosen or taken: shown where they will stand while they are on their way, in this browser alone. */
export function pictureUploads(room: EditorRoom): Extension {
  return Extension.create({
    name: 'pictureUploads',
    priority: 500,
    addProseMirrorPlugins() {
      const { editor } = this;
      const cards = new Map<string, ReactRenderer>();
      const way = onTheirWayTo(room);
      const take = (batch: Batch, media: readonly MediaWire[]): void => put(editor, batch, media);
      return [
        new Plugin<readonly Shown[]>({
          key,
          state: {
            init: () => way.batches.map((batch) => ({ batch, at: null })),
            apply: moved,
          },
          props: {
            decorations: (state) => shown(state, room, editor, cards),
            handleDOMEvents: {
              paste: (view, event) =>
                takeFiles(editor, room, event, event.clipboardData, view.state.selection.from),
              drop: (view, event) => {
                const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
                return takeFiles(
                  editor,
                  room,
                  event,
                  event.dataTransfer,
                  at?.pos ?? view.state.selection.from,
                );
              },
            },
          },
          view: () => {
            way.take = take;
            return {
              update: keepPlaces,
              destroy() {
                // The next editor of the text may be there before this one has gone.
                if (way.take === take) way.take = null;
                for (const card of cards.values()) card.destroy();
                cards.clear();
              },
            };
          },
        }),
      ];
    },
  });
}

function takeFiles(
  editor: Editor,
  room: EditorRoom,
  event: Event,
  held: DataTransfer | null,
  at: number,
): boolean {
  const files = filesIn(held);
  if (files.length === 0 || !editor.isEditable) return false;
  event.preventDefault();
  addPictures(editor, room, files, at);
  return true;
}

/** Begins to send some files, to be placed where `at` is then. */
export function addPictures(editor: Editor, room: EditorRoom, files: Iterable<File>, at: number): void {
  const { pictures, others } = picturesAmong(files);
  if (others > 0 || !room.props.media) {
    room.told.set({ sentence: room.say(room.props.media ? 'editor.notAPicture' : 'editor.noPicturesHere') });
  }
  if (pictures.length === 0 || !room.props.media) return;
  const batch = newBatch(pictures, placeAt(editor.state, at));
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: { batch, at } } satisfies Change));
  setOut(onTheirWayTo(room), batch);
}

/** What has arrived becomes part of the text. */
function put(editor: Editor, batch: Batch, media: readonly MediaWire[]): void {
  newUndoStep(editor.state);
  const { tr } = editor.state;
  const at = key.getState(editor.state)?.find((one) => one.batch === batch)?.at;
  if (media.length > 0) placePictures(tr, at ?? positionOf(editor.state, batch.place), media);
  editor.view.dispatch(tr.setMeta(key, { remove: batch } satisfies Change));
  newUndoStep(editor.state);
}

function moved(tr: Transaction, shownBefore: readonly Shown[], before: EditorState): readonly Shown[] {
  const asked = tr.getMeta(key) as Change | undefined;
  const kept = shownBefore.filter(({ batch }) => !(asked && 'remove' in asked && asked.remove === batch));
  const isOfOthers = (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
  const after = kept.map(({ batch, at }) => {
    // What others write, and what was written before, comes from the shared text and may come as a whole new document.
    if (isOfOthers) return { batch, at: positionOf(before, batch.place) };
    return { batch, at: at === null ? null : tr.mapping.map(at) };
  });
  return asked && 'add' in asked ? [...after, asked.add] : after;
}

/** The places of those on their way, in the shared text, which has been told of what was written by now. */
function keepPlaces({ state }: EditorView, before: EditorState): void {
  if (state.doc === before.doc) return;
  for (const { batch, at } of key.getState(state) ?? []) if (at !== null) batch.place = placeAt(state, at);
}

type Shared = { doc: Y.Doc; type: Y.XmlFragment; binding: { mapping: Map<never, never> } };
const sharedOf = (state: EditorState): Shared => ySyncPluginKey.getState(state) as Shared;

function placeAt(state: EditorState, at: number): Y.RelativePosition {
  const { type, binding } = sharedOf(state);
  return absolutePositionToRelativePosition(at, type, binding.mapping) as Y.RelativePosition;
}

function positionOf(state: EditorState, place: Y.RelativePosition): number {
  const { doc, type, binding } = sharedOf(state);
  return relativePositionToAbsolutePosition(doc, type, place, binding.mapping) ?? 0;
}

function shown(
  state: EditorState,
  room: EditorRoom,
  editor: Editor,
  cards: Map<string, ReactRenderer>,
): DecorationSet {
  const there = key.getState(state) ?? [];
  for (const [id, card] of cards) {
    if (there.some(({ batch }) => batch.id === id)) continue;
    card.destroy();
    cards.delete(id);
  }
  const widgets = there.flatMap(({ batch, at }) => {
    if (at === null) return [];
    let card = cards.get(batch.id);
    if (!card) {
      const props = {
        batch,
        onRetry: (upload: Upload) => void send(onTheirWayTo(room), batch, upload),
        onTakeBack: (upload: Upload) => takeBack(batch, upload.id),
      };
      card = new ReactRenderer(UploadCards, { editor, props, className: 'upload-place' });
      cards.set(batch.id, card);
    }
    const { element } = card;
    return Decoration.widget(blockBoundary(state, at), element, {
      key: batch.id,
      side: -1,
      stopEvent: () => true,
      ignoreSelection: true,
    });
  });
  return DecorationSet.create(state.doc, widgets);
}

/** Between the body's own blocks, where the picture will stand. */
function blockBoundary({ doc }: EditorState, position: number): number {
  const $at = doc.resolve(Math.min(Math.max(position, 0), doc.content.size));
  return $at.depth === 0 ? $at.pos : $at.after(1);
}

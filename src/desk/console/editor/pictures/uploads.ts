import { Extension, type Editor, type MappablePosition } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ReactRenderer } from '@tiptap/react';
import type { EditorRoom } from '../room.ts';
import { newUndoStep } from '../undo-step.ts';
import { change, newBatch, takeBack, type Batch, type Upload } from './batch.ts';
import { filesIn, picturesAmong } from './files.ts';
import { placePictures } from './place-pictures.ts';
import { NotTaken } from '../props.ts';
import { UploadCards } from './upload-cards.tsx';

type Change = { add: Batch } | { remove: Batch };

const key = new PluginKey<readonly Batch[]>('pictureUploads');

/** Pictures dropped, pasted, chosen or taken: shown where they will stand while they are on their way, in this browser alone. */
export function pictureUploads(room: EditorRoom): Extension {
  return Extension.create({
    name: 'pictureUploads',
    priority: 500,
    addProseMirrorPlugins() {
      const { editor } = this;
      const cards = new Map<string, ReactRenderer>();
      return [
        new Plugin<readonly Batch[]>({
          key,
          state: {
            init: () => [],
            apply: (tr, batches, _, state) => moved(tr, batches, state, editor),
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
          view: () => ({
            destroy() {
              for (const card of cards.values()) card.destroy();
            },
          }),
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
  const batch = newBatch(pictures, editor.utils.createMappablePosition(at));
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: batch } satisfies Change));
  batch.uploads.listen(() => {
    settle(editor, batch);
    tellUnplaced(editor, room);
  });
  for (const upload of batch.uploads.get()) void send(room, batch, upload);
  tellUnplaced(editor, room);
}

/** Sends one, or sends it again. */
export async function send(room: EditorRoom, batch: Batch, { id, file }: Upload): Promise<void> {
  const stop = new AbortController();
  change(batch, id, { share: 0, failure: null, stop });
  try {
    const media = await room.props.media!.upload(file, {
      onProgress: (share) => change(batch, id, { share }),
      signal: stop.signal,
    });
    change(batch, id, { media, share: 1 });
  } catch (error) {
    if (stop.signal.aborted) return;
    const failure = error instanceof Error ? error.message : room.say('editor.uploadFailed');
    change(batch, id, { failure, mayPass: !(error instanceof NotTaken) });
  }
}

/** When all that were not taken back have arrived, they become part of the text. */
function settle(editor: Editor, batch: Batch): void {
  const uploads = batch.uploads.get();
  if (uploads.some(({ media }) => media === null)) return;
  const held = key.getState(editor.state)?.find(({ id }) => id === batch.id);
  if (!held || editor.isDestroyed) return;
  newUndoStep(editor.state);
  const { tr } = editor.state;
  const found = uploads.flatMap(({ media }) => media ?? []);
  if (found.length > 0) placePictures(tr, held.at.position, found);
  editor.view.dispatch(tr.setMeta(key, { remove: batch } satisfies Change));
  newUndoStep(editor.state);
  for (const { preview } of uploads) URL.revokeObjectURL(preview);
}

function tellUnplaced(editor: Editor, room: EditorRoom): void {
  // What arrives after the text was put away has nowhere to go.
  if (editor.isDestroyed) return;
  const batches = key.getState(editor.state) ?? [];
  const missing = batches.flatMap((batch) =>
    batch.uploads.get().flatMap((upload) => (upload.media ? [] : [{ batch, upload }])),
  );
  const failed = missing.filter(({ upload }) => upload.failure !== null).length;
  room.props.onUnplaced?.({
    underWay: missing.length - failed,
    failed,
    takeBack() {
      for (const { batch, upload } of missing) takeBack(batch, upload.id);
    },
  });
}

function moved(tr: Transaction, batches: readonly Batch[], _: EditorState, editor: Editor): readonly Batch[] {
  const asked = tr.getMeta(key) as Change | undefined;
  const kept = batches.filter(({ id }) => !(asked && 'remove' in asked && asked.remove.id === id));
  const after = tr.docChanged ? kept.map((batch) => ({ ...batch, at: follow(editor, batch.at, tr) })) : kept;
  return asked && 'add' in asked ? [...after, asked.add] : after;
}

const follow = (editor: Editor, at: MappablePosition, tr: Transaction): MappablePosition =>
  editor.utils.getUpdatedPosition(at, tr).position;

function shown(
  state: EditorState,
  room: EditorRoom,
  editor: Editor,
  cards: Map<string, ReactRenderer>,
): DecorationSet {
  const batches = key.getState(state) ?? [];
  for (const [id, card] of cards) {
    if (batches.some((batch) => batch.id === id)) continue;
    card.destroy();
    cards.delete(id);
  }
  const widgets = batches.map((batch) => {
    let card = cards.get(batch.id);
    if (!card) {
      const props = {
        batch,
        onRetry: (upload: Upload) => void send(room, batch, upload),
        onTakeBack: (upload: Upload) => takeBack(batch, upload.id),
      };
      card = new ReactRenderer(UploadCards, { editor, props, className: 'upload-place' });
      cards.set(batch.id, card);
    }
    const { element } = card;
    return Decoration.widget(blockBoundary(state, batch.at.position), element, {
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

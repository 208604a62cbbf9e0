import type * as Y from 'yjs';
import type { MediaWire } from '../../../shared/wire.ts';
import { NotTaken } from '../props.ts';
import type { EditorRoom } from '../room.ts';
import { change, takeBack, type Batch, type Upload } from './batch.ts';
import { layPictures } from './lay-pictures.ts';

/** The pictures on their way to one text. They go on when its editor is put away, and are shown by the next one. */
export type OnTheirWay = {
  batches: readonly Batch[];
  /** Puts what has arrived into the text, in the editor that shows it; null: none does. */
  take: ((batch: Batch, media: readonly MediaWire[]) => void) | null;
  /** Of the editor that shows the text, or did last. */
  room: EditorRoom;
};

/** As long as the text is held open by somebody: who hears of pictures that are on their way to it does. */
const byText = new WeakMap<Y.XmlFragment, OnTheirWay>();

/** Those on their way to the text that an editor begins to show. */
export function onTheirWayTo(room: EditorRoom): OnTheirWay {
  const text = textOf(room);
  const way = byText.get(text) ?? { batches: [], take: null, room };
  way.room = room;
  byText.set(text, way);
  return way;
}

const textOf = ({ props: { doc, field } }: EditorRoom): Y.XmlFragment => doc.getXmlFragment(field);

/** Begins to send some that were given to the text. */
export function setOut(way: OnTheirWay, batch: Batch): void {
  way.batches = [...way.batches, batch];
  batch.uploads.listen(() => {
    settle(way, batch);
    tellUnplaced(way);
  });
  for (const upload of batch.uploads.get()) void send(way, batch, upload);
  tellUnplaced(way);
}

/** Sends one, or sends it again. */
export async function send(way: OnTheirWay, batch: Batch, { id, file }: Upload): Promise<void> {
  const stop = new AbortController();
  change(batch, id, { share: 0, failure: null, stop });
  try {
    const media = await way.room.props.media!.upload(file, {
      onProgress: (share) => change(batch, id, { share }),
      signal: stop.signal,
    });
    change(batch, id, { media, share: 1 });
  } catch (error) {
    if (stop.signal.aborted) return;
    const failure = error instanceof Error ? error.message : way.room.say('editor.uploadFailed');
    change(batch, id, { failure, mayPass: !(error instanceof NotTaken) });
  }
}

/** When all that were not taken back have arrived, they become part of the text. */
function settle(way: OnTheirWay, batch: Batch): void {
  const uploads = batch.uploads.get();
  if (uploads.some(({ media }) => media === null) || !way.batches.includes(batch)) return;
  way.batches = way.batches.filter((one) => one !== batch);
  const media = uploads.flatMap((upload) => upload.media ?? []);
  if (way.take) way.take(batch, media);
  else if (media.length > 0) layPictures(textOf(way.room), batch.place, media);
  for (const { preview } of uploads) URL.revokeObjectURL(preview);
}

function tellUnplaced({ batches, room }: OnTheirWay): void {
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

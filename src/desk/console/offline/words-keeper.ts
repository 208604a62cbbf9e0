import * as Y from 'yjs';
import { device, type DeviceStore, type Owned } from './device.ts';
import type { Beginning, KeptDraft } from './kept-draft.ts';

/** Origin of what was read from this device. */
export const FROM_DEVICE = Symbol('from this device');

/** How long keystrokes are gathered before they are written, ms: a browser killed then loses so much. */
const GATHER = 20;
/** Pieces after which they are made one. */
const PIECES = 200;
/** How long after a failed write the next is tried, ms. */
const RETRY = 2000;

export type WordsKeeper = {
  /** Reads what is kept into the document; false where the device keeps nothing. Rejects where it cannot be read. */
  load(): Promise<{ unsaved: boolean }>;
  /** Whether the last write failed. */
  failing(): boolean;
  /** What it is begun as, where it was begun on this device. */
  beginning(): Beginning | null;
  /** Writes at once what is still to be written; resolves when it is kept, or has failed. */
  flush(): Promise<void>;
  /** Notes that the newsroom has it all, or has not. */
  markUnsaved(unsaved: boolean): void;
  stop(): void;
};

type Options = { owned: Owned; beginning: Beginning | null; onChange: () => void };

/** Keeps every change of a document on this device, whatever its origin, before anything else is said of it. */
export function keepWords(doc: Y.Doc, { owned, beginning, onChange }: Options): WordsKeeper {
  const [personId, draftId] = owned;
  const about: KeptDraft = { personId, draftId, beginning, unsaved: false, changedAt: '' };
  let gathered: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let failing = false;
  let stopped = false;
  let pieces = 0;
  let aboutChanged = false;

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FROM_DEVICE) return;
    gathered.push(update);
    due(GATHER);
  };
  const due = (ms: number): void => {
    timer ??= setTimeout(() => void flush(), ms);
  };
  doc.on('update', onUpdate);

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };

  const write = async (): Promise<void> => {
    if (gathered.length === 0 && !failing && !aboutChanged) return;
    const taken = gathered;
    gathered = [];
    aboutChanged = false;
    // After a failure nobody knows which pieces were kept: all of it is written again.
    const whole = failing || pieces + 1 >= PIECES;
    const update = whole ? Y.encodeStateAsUpdate(doc) : taken.length > 0 ? Y.mergeUpdates(taken) : null;
    about.changedAt = new Date().toISOString();
    try {
      await put(await device(), update, whole);
      pieces = whole ? 1 : pieces + 1;
      tellFailing(false);
    } catch {
      tellFailing(true);
      if (!stopped) due(RETRY);
    }
  };

  const put = async (store: DeviceStore, update: Uint8Array | null, whole: boolean): Promise<void> => {
    const tx = store.transaction(['words', 'drafts'], 'readwrite');
    const words = tx.objectStore('words');
    // Another tab's words may lie among them, which this document has not: they are taken in with it.
    const before: Uint8Array[] = [];
    if (whole) {
      for await (const piece of words.index('draft').iterate(owned)) {
        before.push(piece.value.update);
        await piece.delete();
      }
    }
    if (update) await words.add({ personId, draftId, update: Y.mergeUpdates([...before, update]) });
    await tx.objectStore('drafts').put({ ...about });
    await tx.done;
  };

  const tellFailing = (now: boolean): void => {
    if (now === failing) return;
    failing = now;
    onChange();
  };

  return {
    async load() {
      const store = await device();
      const tx = store.transaction(['words', 'drafts']);
      const kept = await tx.objectStore('words').index('draft').getAll(owned);
      const known = await tx.objectStore('drafts').get(owned);
      await tx.done;
      pieces = kept.length;
      if (kept.length > 0) {
        Y.applyUpdate(doc, Y.mergeUpdates(kept.map(({ update }) => update)), FROM_DEVICE);
      }
      about.beginning ??= known?.beginning ?? null;
      about.unsaved = known?.unsaved ?? false;
      return { unsaved: about.unsaved };
    },
    failing: () => failing,
    beginning: () => about.beginning,
    flush,
    markUnsaved(unsaved) {
      if (about.unsaved === unsaved) return;
      about.unsaved = unsaved;
      aboutChanged = true;
      due(GATHER);
    },
    stop() {
      doc.off('update', onUpdate);
      void flush();
      stopped = true;
    },
  };
}

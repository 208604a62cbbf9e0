import * as Y from 'yjs';
import { device } from './device.ts';
import type { Owned } from './device.ts';
import type { Beginning, KeptDraft } from './kept-draft.ts';
import { putWords } from './put-words.ts';
import { tellDraftsChanged } from './queue-signal.ts';

/** Origin of what was read from this device. */
export const FROM_DEVICE = Symbol('from this device');

/** How long keystrokes are gathered before they are written, ms: a browser killed then loses so much. */
const GATHER = 20;
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
  /** Pieces in the store whose words this document has. */
  let known = new Set<number>();
  let gathered: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let failing = false;
  let stopped = false;
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
    const changedAbout = aboutChanged;
    aboutChanged = false;
    about.changedAt = new Date().toISOString();
    try {
      const update = taken.length > 0 ? Y.mergeUpdates(taken) : null;
      // After a failure nobody knows which pieces were kept: all of it is written again.
      const put = await putWords(await device(), { about, doc, update, known, whole: failing });
      known = put.known;
      if (about.beginning && (changedAbout || about.unsaved)) tellDraftsChanged();
      tellFailing(false);
      // Another tab's words lay among them: they are shown here too, and sent.
      if (put.others) takeIn(put.others);
    } catch {
      tellFailing(true);
      if (!stopped) due(RETRY);
    }
  };

  const takeIn = (update: Uint8Array): void => {
    if (!stopped) Y.applyUpdate(doc, update, FROM_DEVICE);
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
      const index = tx.objectStore('words').index('draft');
      const [keys, kept] = await Promise.all([index.getAllKeys(owned), index.getAll(owned)]);
      const before = await tx.objectStore('drafts').get(owned);
      await tx.done;
      known = new Set(keys);
      if (kept.length > 0) takeIn(Y.mergeUpdates(kept.map(({ update }) => update)));
      about.beginning ??= before?.beginning ?? null;
      about.unsaved = before?.unsaved ?? false;
      return { unsaved: about.unsaved };
    },
    failing: () => failing,
    beginning: () => about.beginning,
    flush() {
      // What the browser threw away meanwhile is put back.
      aboutChanged ||= about.unsaved;
      return flush();
    },
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

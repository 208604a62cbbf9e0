import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptDraft } from './kept-draft.ts';
import type { QueueItem } from './queue-item.ts';

/** What a piece of words is kept under: whose, and of which draft. Nobody else on this device is shown it. */
export type Owned = [personId: string, draftId: string];

interface Device extends DBSchema {
  /** Yjs updates, in the order they were written; several are made one now and then. */
  words: {
    key: number;
    value: { personId: string; draftId: string; update: Uint8Array };
    indexes: { draft: Owned };
  };
  drafts: { key: Owned; value: KeptDraft; indexes: { person: string } };
  queue: { key: number; value: QueueItem; indexes: { key: string } };
}

export type DeviceStore = IDBPDatabase<Device>;

const NAME = 'writethru';
const VERSION = 1;

/** How long the store may take to open, ms: another tab may hold one of another form, and be asleep. */
const PATIENCE = 5000;

let opened: Promise<DeviceStore> | null = null;

/** This device's store. Rejects where the browser has none to give, or not yet; the next caller tries again. */
export async function device(): Promise<DeviceStore> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the store on this device does not open')), PATIENCE);
  });
  return Promise.race([opened, tooLong]).finally(() => clearTimeout(timer));
}

async function open(): Promise<DeviceStore> {
  const store = await openDB<Device>(NAME, VERSION, {
    upgrade(db) {
      const words = db.createObjectStore('words', { autoIncrement: true });
      words.createIndex('draft', ['personId', 'draftId']);
      const drafts = db.createObjectStore('drafts', { keyPath: ['personId', 'draftId'] });
      drafts.createIndex('person', 'personId');
      const queue = db.createObjectStore('queue', { keyPath: 'order', autoIncrement: true });
      queue.createIndex('key', 'key', { unique: true });
    },
    // A newer console wants another form of it: it must not wait for this one.
    blocking: () => letGo(store),
    terminated: () => {
      opened = null;
    },
  });
  return store;
}

function letGo(store: DeviceStore): void {
  store.close();
  opened = null;
}

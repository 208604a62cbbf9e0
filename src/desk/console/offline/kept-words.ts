import { listened, type Listened } from '../kit/listened.ts';
import { isOpenHere } from '../net/open-connections.ts';
import type { DraftState } from '../net/draft-standing.ts';
import { device } from './device.ts';
import type { Beginning } from './kept-draft.ts';
import { onDraftsChanged } from './queue-signal.ts';

/** A draft begun on this device whose words the newsroom has not all. */
export type KeptWords = {
  draftId: string;
  beginning: Beginning;
  /** As Yjs updates. */
  words: Uint8Array[];
  changedAt: string;
};

const found = listened<KeptWords[]>([]);
let whose: string | null = null;

/** Drafts that this person began on this device, in this tab or another, and that have not reached the newsroom. */
export const keptWords: Pick<Listened<KeptWords[]>, 'get' | 'listen'> = found;

/** Reads them anew. */
export async function readKeptWords(personId: string | null): Promise<void> {
  whose = personId;
  const read = personId === null ? [] : await unsentWords(personId).catch(() => []);
  if (whose === personId && read.length + found.get().length > 0) found.set(read);
}

/** Keystrokes come one by one: they are read together, ms. */
const GATHER = 500;
let reading: ReturnType<typeof setTimeout> | undefined;

onDraftsChanged(() => {
  reading ??= setTimeout(() => {
    reading = undefined;
    void readKeptWords(whose);
  }, GATHER);
});

async function unsentWords(personId: string): Promise<KeptWords[]> {
  const store = await device();
  const tx = store.transaction(['drafts', 'words', 'queue']);
  const filed = new Set((await tx.objectStore('queue').getAll()).map(({ draftId }) => draftId));
  const kept: KeptWords[] = [];
  for (const draft of await tx.objectStore('drafts').index('person').getAll(personId)) {
    const { draftId, beginning, changedAt, unsaved } = draft;
    if (!unsaved || beginning === null || filed.has(draftId)) continue;
    const pieces = await tx.objectStore('words').index('draft').getAll([personId, draftId]);
    if (pieces.length === 0) continue;
    kept.push({ draftId, beginning, words: pieces.map(({ update }) => update), changedAt });
  }
  return kept;
}

/** States in which nothing more comes of waiting. */
const SETTLED: ReadonlySet<DraftState> = new Set(['saved', 'closed', 'read-only', 'too-long']);
/** How long one draft is tried, ms. */
const PATIENCE = 20_000;

let sending = false;

/** Sends what was written in a tab that is gone: nobody has it open, so nothing else would. */
export async function sendKeptWords(personId: string): Promise<void> {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    await readKeptWords(personId);
    for (const { draftId } of found.get()) {
      if (whose !== personId) return;
      if (!isOpenHere(personId, draftId)) await sendOne(personId, draftId);
    }
  } finally {
    sending = false;
  }
  await readKeptWords(whose);
}

async function sendOne(personId: string, draftId: string): Promise<void> {
  const { holdDraft } = await import('../net/open-drafts.ts');
  const { connection, release } = holdDraft(draftId, { person: { id: personId } });
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const look = (): void => {
      if (SETTLED.has(connection.standing.get().state)) done();
    };
    const timer = setTimeout(done, PATIENCE);
    const stop = connection.standing.listen(look);
  });
  await connection.flush();
  release();
}

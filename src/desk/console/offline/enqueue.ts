import * as Y from 'yjs';
import { contentOf, partsOf } from '../../shared/draft-doc.ts';
import { serverInstant } from '../kit/now.ts';
import { flushDraft } from '../net/open-connections.ts';
import { device, type DeviceStore } from './device.ts';
import type { KeptDraft } from './kept-draft.ts';
import { lineOf } from './line-of.ts';
import type { Filing, Words } from './queue-item.ts';
import { tellQueueChanged } from './queue-signal.ts';
import { letGo, sendNow } from './queue.ts';
import { savedNowhere } from './unsent.ts';

/**
 * Files or publishes, one after the other: kept on this device with the words as they stand, then sent as soon as the newsroom
 * is reached. Resolves when all are kept. Rejects where the device cannot keep them: then nothing was filed, and it is to be said.
 */
export async function enqueue(filings: readonly Filing[], personId: string): Promise<void> {
  await keepAll(filings, personId);
  tellQueueChanged();
  sendNow();
}

/** How long the queue leaves alone what the newsroom is asked for directly, ms: longer than it is waited for there. */
const HELD = 20_000;

/**
 * Keeps what the newsroom is being asked for directly: where this tab is gone before the answer is there, the queue sends it, and what
 * was done by then is there once. Returns what lets go of it. A device that keeps nothing holds nothing.
 */
export function hold(filings: readonly Filing[], personId: string): () => Promise<void> {
  const held = keepAll(filings, personId, Date.now() + HELD);
  return () => held.then(() => letGo(filings.map(({ key }) => key))).catch(() => undefined);
}

async function keepAll(filings: readonly Filing[], personId: string, heldUntil?: number): Promise<void> {
  await Promise.all(filings.map(({ draftId }) => flushDraft(personId, draftId)));
  const isLost = savedNowhere().some((open) => filings.some(({ draftId }) => draftId === open.draftId));
  if (isLost) throw new Error('the device does not keep its words');
  const store = await device();
  const tx = store.transaction(['words', 'drafts', 'queue'], 'readwrite', { durability: 'strict' });
  const queue = tx.objectStore('queue');
  for (const filing of filings) {
    const { key, draftId, ...asked } = filing;
    const waiting = (await queue.getAll()).filter((item) => item.personId === personId);
    if (waiting.some((item) => item.key === key)) continue;
    // Filed once more, with later words: it keeps its place.
    const before = waiting.find((item) => item.draftId === draftId && item.state !== 'sending');
    const { words } = await wordsOf(tx, personId, draftId);
    const pieces = await tx.objectStore('words').index('draft').getAllKeys([personId, draftId]);
    const unsaved = await unsavedOf(tx, personId);
    const top = unsaved.find(({ beginning }) => beginning?.opens && beginning.storyId === asked.storyId);
    const beside = unsaved.filter((draft) => asked.beside?.includes(draft.draftId));
    await queue.put({
      ...(before && { order: before.order! }),
      key,
      draftId,
      asked,
      personId,
      filedAt: serverInstant(),
      label: labelOf(words),
      words,
      pieces,
      ...(top && asked.kind === 'update' && { story: await wordsOf(tx, personId, top.draftId) }),
      ...(beside.length > 0 && {
        besideWords: await Promise.all(beside.map((draft) => wordsOf(tx, personId, draft.draftId))),
      }),
      state: 'waiting',
      reason: null,
      refusal: null,
      errors: [],
      faults: 0,
      ...(heldUntil !== undefined && { heldUntil }),
    });
  }
  await tx.done;
}

type Kept = Pick<ReturnType<DeviceStore['transaction']>, 'objectStore'>;

async function wordsOf(tx: Kept, personId: string, draftId: string): Promise<Words> {
  const pieces = await tx.objectStore('words').index('draft').getAll([personId, draftId]);
  return { draftId, words: Y.mergeUpdates(pieces.map(({ update }) => update)) as Words['words'] };
}

/** Drafts of which the newsroom has not all. */
const unsavedOf = async (tx: Kept, personId: string): Promise<KeptDraft[]> =>
  (await tx.objectStore('drafts').index('person').getAll(personId)).filter(({ unsaved }) => unsaved);

function labelOf(words: Uint8Array): string {
  const doc = new Y.Doc();
  partsOf(doc);
  Y.applyUpdate(doc, words);
  return lineOf(contentOf(doc));
}

import * as Y from 'yjs';
import { contentOf, partsOf } from '../../shared/draft-doc.ts';
import { serverInstant } from '../kit/now.ts';
import { flushDraft } from '../net/open-connections.ts';
import { device } from './device.ts';
import { lineOf } from './line-of.ts';
import type { Filing } from './queue-item.ts';
import { tellQueueChanged } from './queue-signal.ts';
import { sendNow } from './queue.ts';

/**
 * Files or publishes: kept on this device with the words as they stand, then sent as soon as the newsroom is reached.
 * Resolves when it is kept. Rejects where the device cannot keep it: then nothing was filed, and it is to be said.
 */
export async function enqueue(filing: Filing, personId: string): Promise<void> {
  await flushDraft(personId, filing.draftId);
  const store = await device();
  const tx = store.transaction(['words', 'queue'], 'readwrite', { durability: 'strict' });
  const pieces = await tx.objectStore('words').index('draft').getAll([personId, filing.draftId]);
  const words = Y.mergeUpdates(pieces.map(({ update }) => update)) as Uint8Array<ArrayBuffer>;
  const before = await tx.objectStore('queue').index('key').get(filing.key);
  if (!before) {
    const { key, draftId, ...asked } = filing;
    await tx.objectStore('queue').add({
      key,
      draftId,
      asked,
      personId,
      filedAt: serverInstant(),
      label: labelOf(words),
      words,
      state: 'waiting',
      reason: null,
      refusal: null,
      faults: 0,
    });
  }
  await tx.done;
  tellQueueChanged();
  sendNow();
}

function labelOf(words: Uint8Array): string {
  const doc = new Y.Doc();
  partsOf(doc);
  Y.applyUpdate(doc, words);
  return lineOf(contentOf(doc));
}

import { listened, type Listened } from '../kit/listened.ts';
import { device } from './device.ts';
import { isHeld, needsOpening, type Filing, type QueueItem } from './queue-item.ts';
import { askedToSend, drain } from './drain.ts';
import { onQueueChanged, tellQueueChanged } from './queue-signal.ts';

export type { Filing, QueueItem };

const queue = listened<QueueItem[]>([]);
let whose: string | null = null;

/** What waits on this device for the person signed in, in the order it goes out. */
export const queueItems: Pick<Listened<QueueItem[]>, 'get' | 'listen'> = queue;

/** Says whose queue is shown and sent: the person signed in; null: nobody's. */
export function openQueue(personId: string | null): void {
  whose = personId;
  void read();
  sendNow();
}

/** Sends one again that was refused. */
export async function retryItem(key: string): Promise<void> {
  const store = await device();
  const tx = store.transaction('queue', 'readwrite');
  const item = await tx.store.index('key').get(key);
  if (item)
    await tx.store.put({ ...item, state: 'waiting', reason: null, refusal: null, errors: [], faults: 0 });
  await tx.done;
  tellQueueChanged();
  sendNow();
}

/**
 * Takes one out by hand: it is not sent, nor what was to go out in the story it opens. Drafts stay as they are. One that is being
 * sent may have arrived. Answers all that were taken out.
 */
export async function removeItem(key: string): Promise<QueueItem[]> {
  const store = await device();
  const tx = store.transaction('queue', 'readwrite');
  const item = await tx.store.index('key').get(key);
  const gone = item ? [item, ...(await tx.store.getAll()).filter((one) => needsOpening(one, item))] : [];
  for (const { order } of gone) await tx.store.delete(order!);
  await tx.done;
  tellQueueChanged();
  return gone;
}

/** It went out, or was filed, by another way: what waits for it may go on. */
export async function dropItemOf(draftId: string): Promise<void> {
  if (!queue.get().some((item) => item.draftId === draftId)) return;
  const store = await device();
  const tx = store.transaction('queue', 'readwrite');
  const sent = (await tx.store.getAll()).filter((item) => item.draftId === draftId);
  for (const { order } of sent) await tx.store.delete(order!);
  await tx.done;
  tellQueueChanged();
  sendNow();
}

/** The newsroom has answered what it was asked directly: it need not be kept any more. */
export async function letGo(keys: readonly string[]): Promise<void> {
  const tx = (await device()).transaction('queue', 'readwrite');
  for (const key of keys) {
    const order = await tx.store.index('key').getKey(key);
    if (order !== undefined) await tx.store.delete(order);
  }
  await tx.done;
  // What was filed behind it may go.
  if (queue.get().length > 0) sendNow();
}

/** Takes back that some were taken out: each has its place in the queue again. */
export async function putBack(items: QueueItem[]): Promise<void> {
  const tx = (await device()).transaction('queue', 'readwrite');
  for (const item of items) await tx.store.put({ ...item, state: 'waiting' });
  await tx.done;
  tellQueueChanged();
  sendNow();
}

/** Tries at once, whatever the wait was to be. */
export function sendNow(): void {
  if (whose === null) return;
  void askedToSend();
  void drain(whose);
}

async function read(): Promise<void> {
  const asked = whose;
  const all = await device()
    .then((store) => store.getAll('queue'))
    .catch(() => []);
  if (asked === whose) queue.set(all.filter((item) => item.personId === asked && !isHeld(item)));
}

onQueueChanged(() => void read());

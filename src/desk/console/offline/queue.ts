import { listened, type Listened } from '../kit/listened.ts';
import { device } from './device.ts';
import type { Filing, QueueItem } from './queue-item.ts';
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
  if (item) await tx.store.put({ ...item, state: 'waiting', reason: null, refusal: null, faults: 0 });
  await tx.done;
  tellQueueChanged();
  sendNow();
}

/** Takes one out by hand: it is not sent. Its draft stays as it is. One that is being sent may have arrived. */
export async function removeItem(key: string): Promise<void> {
  const store = await device();
  const tx = store.transaction('queue', 'readwrite');
  const order = await tx.store.index('key').getKey(key);
  if (order !== undefined) await tx.store.delete(order);
  await tx.done;
  tellQueueChanged();
}

/** Takes back that one was taken out: it has its place in the queue again. */
export async function putBack(item: QueueItem): Promise<void> {
  await (await device()).put('queue', { ...item, state: 'waiting' });
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
  if (asked === whose) queue.set(all.filter(({ personId }) => personId === asked));
}

onQueueChanged(() => void read());

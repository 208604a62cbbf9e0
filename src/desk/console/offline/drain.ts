import { pacing } from '../net/pacing.ts';
import { device } from './device.ts';
import { isHeld, needsOpening, type QueueItem } from './queue-item.ts';
import { tellDraftsChanged, tellQueueChanged } from './queue-signal.ts';
import { sendItem, whoIsSignedIn, type Sent } from './send-item.ts';

/** One tab, or the service worker, sends for all of them. */
const LOCK = 'writethru-queue';
/** A fault of the newsroom's own that comes back so often with one item is told, so that the others may go. */
const FAULTS = 5;
/** What the browser calls the worker by, once there is a network. */
export const SYNC_TAG = 'writethru-queue';

/** How soon what is held is looked at again, ms. */
const LOOK_AGAIN = 1000;

const pace = pacing({ first: 1000, longest: 60_000 });
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, in order, one at a time; tries again by itself while it cannot: soon at first, whatever was waited for before. */
export function drain(personId: string): Promise<void> {
  pace.reset();
  return drainOn(personId);
}

async function drainOn(personId: string): Promise<void> {
  clearTimeout(timer);
  const outcome = await sendOnce(personId).catch((): Outcome => 'try-again');
  // Another may have begun meanwhile, and waits.
  clearTimeout(timer);
  const again = outcome === 'try-again' ? pace.next() : outcome === 'held' ? LOOK_AGAIN : null;
  if (again === null) pace.reset();
  else timer = setTimeout(() => void drainOn(personId), again);
}

/** `paused`: this person is not signed in. `held`: the newsroom is being asked directly for what is next. */
type Outcome = 'done' | 'try-again' | 'held' | 'paused';

/** Sends what waits, as far as it goes. While another tab is at it, it is to be tried again. */
export const sendOnce = (personId: string): Promise<Outcome> => alone(() => sendAll(personId));

async function alone(work: () => Promise<Outcome>): Promise<Outcome> {
  const locks = navigator.locks as LockManager | undefined;
  // Where the browser has none (a page by http), the newsroom tells two of one key apart.
  if (!locks) return work();
  return locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock ? work() : Promise.resolve('try-again' as const),
  );
}

async function sendAll(personId: string): Promise<Outcome> {
  let known = false;
  for (;;) {
    const item = await nextOf(personId);
    if (!item) return 'done';
    if (isHeld(item)) return 'held';
    if (!known) {
      const who = await whoIsSignedIn();
      if (who.type === 'unreachable') return 'try-again';
      if (who.type !== 'person' || who.id !== personId) return 'paused';
      known = true;
    }
    if (!(await mark(item, { state: 'sending' }))) continue;
    const sent = await sendItem(item);
    const outcome = await settle(item, sent);
    if (outcome !== 'done') return outcome;
  }
}

async function settle(item: QueueItem, sent: Sent): Promise<Outcome> {
  switch (sent.type) {
    case 'there':
      await takeOff(item);
      pace.reset();
      return 'done';
    case 'refused':
      await mark(item, { state: 'refused', reason: sent.reason, refusal: sent.refusal, errors: sent.errors });
      return 'done';
    case 'signed-out':
      await mark(item, { state: 'waiting' });
      return 'paused';
    case 'fault': {
      const faults = item.faults + 1;
      const given = faults < FAULTS;
      const told = { reason: sent.reason, refusal: sent.refusal };
      await mark(item, { faults, ...(given ? { state: 'waiting' } : { state: 'refused', ...told }) });
      return given ? 'try-again' : 'done';
    }
    case 'unreachable':
      await mark(item, { state: 'waiting' });
      return 'try-again';
  }
}

/** The newsroom has it: it waits no more, and where nothing was written since, its words do not either. */
async function takeOff({ order, personId, draftId, pieces = [] }: QueueItem): Promise<void> {
  const tx = (await device()).transaction(['queue', 'drafts', 'words'], 'readwrite');
  await tx.objectStore('queue').delete(order!);
  const draft = await tx.objectStore('drafts').get([personId, draftId]);
  const keys = await tx.objectStore('words').index('draft').getAllKeys([personId, draftId]);
  if (draft && keys.every((key) => pieces.includes(key)))
    await tx.objectStore('drafts').put({ ...draft, unsaved: false });
  await tx.done;
  tellQueueChanged();
  tellDraftsChanged();
}

/** The first that was not refused, nor waits for one that was; one that a killed tab was sending is sent again. */
async function nextOf(personId: string): Promise<QueueItem | undefined> {
  const all = (await (await device()).getAll('queue')).filter((item) => item.personId === personId);
  const refused = all.filter(({ state }) => state === 'refused');
  return all.find(
    (item) => item.state !== 'refused' && !refused.some((opening) => needsOpening(item, opening)),
  );
}

/** False: it was removed by hand, or filed anew, meanwhile; that stays. */
async function mark(item: QueueItem, change: Partial<QueueItem>): Promise<boolean> {
  const tx = (await device()).transaction('queue', 'readwrite');
  const now = await tx.store.get(item.order!);
  const isThere = now?.key === item.key;
  if (isThere) await tx.store.put({ ...now, ...change });
  await tx.done;
  tellQueueChanged();
  return isThere;
}

type SyncRegistration = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Has the browser wake the worker when there is a network, should the tab be gone by then. */
export async function askedToSend(): Promise<void> {
  const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}

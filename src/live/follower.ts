import { setImmediate as immediate } from 'node:timers/promises';
import type { EventMark } from '../domain/event.ts';
import type { Storage } from '../storage/storage.ts';

/** How many events are read at a time. */
const BATCH = 500;

/** Should a wake be lost, the log is looked at all the same, ms. */
const LOOK_EVERY = 5000;

export type Follower = {
  /** Position of the last event that was handed on. */
  readonly position: number;
  /**
   * Resolves once everything committed before the call has been handed on, whichever thread or node committed it.
   * Calls made meanwhile share one reading.
   */
  fresh(): Promise<void>;
  /** The same, with one reading for all who ask in one turn of the event loop: however many come at once. */
  freshForAll(): Promise<void>;
  subscribe(listener: (marks: EventMark[]) => void): () => void;
  close(): void;
};

/** Follows all logs of a storage by their one order, from now on: each event is handed on once, in order. */
export async function follow(storage: Storage, onError: (error: unknown) => void): Promise<Follower> {
  const listeners = new Set<(marks: EventMark[]) => void>();
  let position = await storage.position();
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  /** What storage stood at when all of it had been read. */
  let seen: number | null = null;

  const read = async (): Promise<void> => {
    const stamp = storage.stamp?.() ?? null;
    if (stamp !== null && stamp === seen) return;
    for (;;) {
      const marks = await storage.marks(position, BATCH);
      const last = marks.at(-1);
      if (last) {
        position = last.position;
        for (const listener of listeners) listener(marks);
      }
      if (marks.length < BATCH) break;
    }
    seen = stamp;
  };
  const start = (): Promise<void> => {
    running = read().finally(() => {
      running = null;
    });
    return running;
  };
  const fresh = (): Promise<void> => {
    if (!running) return start();
    // What runs now may have looked before the caller's commit: one more reading follows for all who ask meanwhile.
    next ??= running.then(noop, noop).then(() => {
      next = null;
      // Who asked just as that one ended has begun another already: two side by side would hand on the same events.
      return running ?? start();
    });
    return next;
  };
  let gathering: Promise<void> | null = null;
  const gathered = async (): Promise<void> => {
    await immediate();
    gathering = null;
    return fresh();
  };
  const wake = (): void => {
    fresh().catch(onError);
  };
  const unsubscribe = storage.bus.subscribe(wake);
  const timer = setInterval(wake, LOOK_EVERY);
  timer.unref();

  return {
    get position() {
      return position;
    },
    fresh,
    freshForAll: () => (gathering ??= gathered()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unsubscribe();
      clearInterval(timer);
      listeners.clear();
    },
  };
}

const noop = (): void => undefined;

import type { EventMark } from '../domain/event.ts';
import type { Follower } from '../live/follower.ts';
import type { Storage } from '../storage/storage.ts';
import { FORMS, type PurgeForm } from './forms.ts';
import { EVERYTHING, isMediaKey, keysOfEvent } from './keys.ts';
import { tell, type Place } from './tell.ts';

/** Where a cache is told, and how. */
export type PurgeSetting = Place & { form: PurgeForm };

export type PurgerParts = {
  setting: PurgeSetting;
  storage: Pick<Storage, 'findStory' | 'events'>;
  follower: Pick<Follower, 'subscribe'>;
  /** Each time the cache was told, or could not be. */
  onTold: (result: 'told' | 'failed') => void;
  onFault: (error: unknown) => void;
  /** After how long each key is told once more, ms. */
  onceMore?: number;
};

export type Purger = {
  /** Keys the cache has still to be told. */
  readonly waiting: number;
  /** Tells once more what is waiting, and lets go. */
  close(): Promise<void>;
};

/**
 * What happened within so long is told together, ms. It is not told at once, also for this: a copy that the cache was just
 * fetching when the event was committed has arrived by then, and goes with the others.
 */
const TOGETHER = 1000;

/**
 * Every key is told once more after so long, ms: what the cache began to fetch before the event, and had not got when it was
 * first told, stands in it since.
 */
const ONCE_MORE = 15_000;

/** After the first failure at least so long, and at most twice that; doubled with each further one, to at most the longest; ms. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** A server that stops gives the cache so long, ms. */
const CLOSED_WITHIN = 1000;

/** Keys that are waited with; of more the cache is told to let go of everything. */
const MOST_WAITING = 500;

/**
 * Tells a cache before us what it may hold no longer, by the log: after each event, the keys of what that changed. It begins
 * with everything: what was committed just before a crash was told by nobody. Each node tells; to be told twice does no harm.
 */
export function openPurger(parts: PurgerParts): Purger {
  const { setting, storage, follower, onTold, onFault, onceMore = ONCE_MORE } = parts;
  const { most } = FORMS[setting.form];
  const waiting = new Set<string>([EVERYTHING]);
  /** Those of them that are told for the second time. */
  const repeated = new Set<string>();
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const closing = new AbortController();
  let heard = Promise.resolve();
  let telling = Promise.resolve();

  const tellWaiting = async (): Promise<void> => {
    if (waiting.has(EVERYTHING)) leaveToEverything(waiting);
    const due = [...waiting];
    for (let from = 0; from < due.length; from += most) {
      const keys = due.slice(from, from + most);
      // They are let go of first: what happens while the cache is told is told again.
      for (const key of keys) waiting.delete(key);
      const first = keys.filter((key) => !repeated.delete(key));
      try {
        await tell(setting, keys, closing.signal);
        failures = 0;
        onTold('told');
        repeat(first);
      } catch (error) {
        for (const key of keys) waiting.add(key);
        failures += 1;
        onTold('failed');
        onFault(error);
        return;
      }
    }
  };
  const repeat = (keys: string[]): void => {
    if (keys.length === 0) return;
    setTimeout(() => {
      for (const key of keys) {
        if (!waiting.has(key)) repeated.add(key);
        waiting.add(key);
      }
      plan();
    }, onceMore).unref();
  };
  const plan = (): void => {
    if (closed || timer !== null || waiting.size === 0) return;
    const pause =
      failures === 0
        ? TOGETHER
        : Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
    timer = setTimeout(() => {
      telling = tellWaiting().finally(() => {
        timer = null;
        plan();
      });
    }, pause);
    timer.unref();
  };
  const hear = async (marks: EventMark[]): Promise<void> => {
    for (const mark of marks) {
      const keys = await keysOfEvent(storage, mark).catch((error: unknown) => {
        // What cannot be looked up is told as everything.
        onFault(error);
        return [EVERYTHING];
      });
      for (const key of keys) {
        waiting.add(key);
        repeated.delete(key);
      }
    }
    if (waiting.size > MOST_WAITING) waiting.add(EVERYTHING);
    if (waiting.has(EVERYTHING)) leaveToEverything(waiting);
    plan();
  };
  const unsubscribe = follower.subscribe((marks) => {
    heard = heard.then(() => hear(marks));
  });
  plan();
  return {
    get waiting() {
      return waiting.size;
    },
    async close() {
      unsubscribe();
      const late = setTimeout(() => closing.abort(), CLOSED_WITHIN);
      await heard;
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await telling;
      // Whoever starts next begins with everything.
      if (failures === 0) await tellWaiting();
      clearTimeout(late);
    },
  };
}

/** What stands under it need not be named; pictures do not. */
function leaveToEverything(waiting: Set<string>): void {
  for (const key of waiting) if (key !== EVERYTHING && !isMediaKey(key)) waiting.delete(key);
}

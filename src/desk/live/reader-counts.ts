import type { ReadersOf } from '../../live/hub.ts';
import { SITE } from '../../domain/slug.ts';
import type { Bus } from '../../storage/bus.ts';
import type { DeskEvent } from '../shared/wire.ts';
import { atMostEvery } from './at-most.ts';

/** How often a thread tells how many read, where that changed, ms; at least every other time while anybody does. */
const TELL_EVERY = 5000;
const RENEW_AFTER = 9000;

/** What a thread told is good for so long, ms: then it is gone. */
const GOOD_FOR = 15_000;

/** Stories in one message (a NOTIFY bears 8,000 bytes), and messages in one telling. */
const IN_ONE = 90;
const MOST_PARTS = 20;

const TOPIC = 'readers';

type Counts = Record<string, [open: number, upToDate: number, asking: number]>;
type Part = { thread: string; turn: number; part: number; of: number; counts: Counts };
type Told = { counts: Counts; until: number };
type Readers = Extract<DeskEvent, { event: 'readers' }>;

export type ReaderCounts = {
  /** Tells the other threads and nodes what this one counts, if there is anything to tell. */
  tell(): void;
  /** What all threads and nodes count together. */
  all(): Readers;
  onChange(listener: () => void): void;
  close(): void;
};

/**
 * Counts readers' open streams over all threads and nodes: numbers alone, of nobody. `count` is what this thread counts,
 * `now` a monotonic clock of it, ms.
 */
export function openReaderCounts(deps: {
  bus: Bus;
  /** Tells this thread from all others. */
  thread: string;
  count: () => Map<string, ReadersOf>;
  now: () => number;
}): ReaderCounts {
  const { bus, thread, count, now } = deps;
  const threads = new Map<string, Told>();
  const coming = new Map<string, { turn: number; parts: Map<number, Counts> }>();
  const listeners: (() => void)[] = [];
  let turn = 0;
  let last = { text: '{}', at: -Infinity };
  let shown = '';

  const telling = atMostEvery(1000, () => {
    const text = JSON.stringify(all());
    if (text === shown) return;
    shown = text;
    for (const listener of listeners) listener();
  });
  const unsubscribe = bus.subscribe((wake) => {
    const part = 'topic' in wake && wake.topic === TOPIC ? partIn(wake.message) : null;
    if (!part) return;
    const counts = joined(coming, part);
    if (!counts) return;
    threads.set(part.thread, { counts, until: now() + GOOD_FOR });
    telling.ask();
  });

  const tell = (): void => {
    for (const [id, { until }] of threads) if (until <= now()) threads.delete(id);
    const entries = [...count()].map(([id, { open, upToDate, asking }]): [string, Counts[string]] => [
      id,
      [open, upToDate, asking],
    ]);
    entries.sort(([, [a]], [, [b]]) => b - a);
    const text = JSON.stringify(Object.fromEntries(entries));
    const due = entries.length > 0 && now() - last.at >= RENEW_AFTER;
    if (text !== last.text || due) {
      last = { text, at: now() };
      turn += 1;
      const parts = partsOf(entries);
      parts.forEach((counts, part) =>
        bus.publish({ topic: TOPIC, message: { thread, turn, part, of: parts.length, counts } }),
      );
    }
    telling.ask();
  };
  const timer = setInterval(tell, TELL_EVERY);
  timer.unref();

  const all = (): Readers => {
    const { [SITE]: front, ...stories } = summed([...threads.values()].filter(({ until }) => until > now()));
    return { event: 'readers', stories, front: front?.open ?? 0 };
  };
  return {
    tell,
    all,
    onChange: (listener) => void listeners.push(listener),
    close() {
      clearInterval(timer);
      telling.stop();
      unsubscribe();
    },
  };
}

/** Of more stories than fit those that are read most. */
function partsOf(entries: [string, Counts[string]][]): Counts[] {
  const parts: Counts[] = [];
  for (let from = 0; from < entries.length && parts.length < MOST_PARTS; from += IN_ONE)
    parts.push(Object.fromEntries(entries.slice(from, from + IN_ONE)));
  return parts.length > 0 ? parts : [{}];
}

/** All that a thread told in one turn, once the last part of it is there. */
function joined(
  coming: Map<string, { turn: number; parts: Map<number, Counts> }>,
  { thread, turn, part, of, counts }: Part,
): Counts | null {
  const before = coming.get(thread);
  const own = before?.turn === turn ? before : { turn, parts: new Map<number, Counts>() };
  own.parts.set(part, counts);
  coming.set(thread, own);
  if (own.parts.size < of) return null;
  coming.delete(thread);
  return Object.assign({}, ...own.parts.values()) as Counts;
}

function summed(told: Told[]): Record<string, ReadersOf> {
  const sums: Record<string, ReadersOf> = {};
  for (const { counts } of told) {
    for (const [id, [open, upToDate, asking]] of Object.entries(counts)) {
      const sum = (sums[id] ??= { open: 0, upToDate: 0, asking: 0 });
      sum.open += open;
      sum.upToDate += upToDate;
      sum.asking += asking;
    }
  }
  return sums;
}

/** Anyone with the database can notify: what is of another form is passed over. */
function partIn(message: unknown): Part | null {
  const { thread, turn, part, of, counts } = (message ?? {}) as Partial<Part>;
  const numbers = [turn, part, of].every((number) => typeof number === 'number' && number >= 0);
  if (typeof thread !== 'string' || !numbers || typeof counts !== 'object' || counts === null) return null;
  const pairs = Object.values(counts).every(
    (pair) => Array.isArray(pair) && pair.length === 3 && pair.every(Number.isSafeInteger),
  );
  return pairs ? ({ thread, turn, part, of, counts } as Part) : null;
}

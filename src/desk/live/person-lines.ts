import type { Bus } from '../../storage/bus.ts';

/** Streams of one person in all threads and nodes. */
export const OF_ONE_PERSON = 20;

/** How often a thread tells anew what it holds, ms; and how long what it told is good: then it is gone. */
const RENEW_EVERY = 10_000;
const GOOD_FOR = 35_000;

/** People in one message (a NOTIFY bears 8,000 bytes). */
const IN_ONE = 100;

const TOPIC = 'desk-lines';

type Lines = Record<string, number>;

export type PersonLines = {
  /** Whether this person may open one more, by what is known of all threads now. */
  hasRoom(personId: string): boolean;
  opened(personId: string): void;
  ended(personId: string): void;
  close(): void;
};

/**
 * Counts how many desks each person has open over all threads and nodes. Opened at the same moment in several, one or two more
 * may get through: it is a bound against a browser run wild, not a right. `now`: a monotonic clock of this thread, ms.
 */
export function openPersonLines(bus: Bus, thread: string, now: () => number): PersonLines {
  const own = new Map<string, number>();
  const others = new Map<string, Map<string, { lines: number; until: number }>>();
  const tell = (lines: Lines): void => bus.publish({ topic: TOPIC, message: { thread, lines } });
  const change = (personId: string, by: 1 | -1): void => {
    const lines = (own.get(personId) ?? 0) + by;
    if (lines > 0) own.set(personId, lines);
    else own.delete(personId);
    tell({ [personId]: Math.max(0, lines) });
  };
  const hear = (from: string, lines: Lines): void => {
    const known = others.get(from) ?? new Map<string, { lines: number; until: number }>();
    for (const [personId, held] of Object.entries(lines)) {
      if (held > 0) known.set(personId, { lines: held, until: now() + GOOD_FOR });
      else known.delete(personId);
    }
    others.set(from, known);
  };
  const forget = (): void => {
    for (const [from, known] of others) {
      for (const [personId, { until }] of known) if (until <= now()) known.delete(personId);
      if (known.size === 0) others.delete(from);
    }
  };
  const renew = (): void => {
    forget();
    const held = [...own];
    for (let from = 0; from < held.length; from += IN_ONE)
      tell(Object.fromEntries(held.slice(from, from + IN_ONE)));
  };
  const unsubscribe = bus.subscribe((wake) => {
    const told = 'topic' in wake && wake.topic === TOPIC ? toldIn(wake.message) : null;
    if (told && told.thread !== thread) hear(told.thread, told.lines);
  });
  const timer = setInterval(renew, RENEW_EVERY);
  timer.unref();
  return {
    hasRoom(personId) {
      forget();
      let lines = own.get(personId) ?? 0;
      for (const known of others.values()) lines += known.get(personId)?.lines ?? 0;
      return lines < OF_ONE_PERSON;
    },
    opened: (personId) => change(personId, 1),
    ended: (personId) => change(personId, -1),
    close() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}

/** Anyone with the database can notify: what is of another form is passed over. */
function toldIn(message: unknown): { thread: string; lines: Lines } | null {
  const { thread, lines } = (message ?? {}) as Record<string, unknown>;
  if (typeof thread !== 'string' || typeof lines !== 'object' || lines === null) return null;
  const counts = Object.values(lines).every((held) => Number.isSafeInteger(held) && (held as number) >= 0);
  return counts ? { thread, lines: lines as Lines } : null;
}

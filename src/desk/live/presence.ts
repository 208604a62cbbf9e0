import type { Bus } from '../../storage/bus.ts';
import type { Presence } from '../shared/wire.ts';
import { atMostEvery } from './at-most.ts';

/** Who does not say for so long that they are there is not, ms. */
const FORGOTTEN_AFTER = 45_000;

/** How often it is looked who is to be forgotten, ms; and how often at most it is told who is where. */
const LOOK_EVERY = 5000;
const TELL_EVERY = 1000;

/** People's tabs that are remembered, in all and of one person; the first ones are forgotten for more. */
const MOST = 2000;
const MOST_OF_ONE = 20;

const TOPIC = 'desk-presence';

/** What threads and nodes tell one another; `key` tells one tab of one session. */
type Said = Presence & { key: string; leaving: boolean };

export type PresenceBoard = {
  /** Tells every thread and node that somebody is there, or that they leave. */
  say(said: Said): void;
  /** Everybody who is there, each place once. */
  here(): Presence[];
  /** Forgets who was not heard of. */
  look(): void;
  onChange(listener: () => void): void;
  close(): void;
};

/** Who has the desk open and where, as heard over the bus. `now`: a monotonic clock of this thread, ms. */
export function openPresence(bus: Bus, now: () => number): PresenceBoard {
  const tabs = new Map<string, Presence & { until: number }>();
  const listeners: (() => void)[] = [];
  const telling = atMostEvery(TELL_EVERY, () => {
    for (const listener of listeners) listener();
  });

  const hear = ({ key, leaving, ...presence }: Said): void => {
    const before = tabs.get(key);
    tabs.delete(key);
    if (!leaving) {
      makeRoom(tabs, presence.personId);
      tabs.set(key, { ...presence, until: now() + FORGOTTEN_AFTER });
    }
    if (leaving ? before : !before || !samePlace(before, presence)) telling.ask();
  };
  const unsubscribe = bus.subscribe((wake) => {
    const said = 'topic' in wake && wake.topic === TOPIC ? saidIn(wake.message) : null;
    if (said) hear(said);
  });
  const look = (): void => {
    const gone = [...tabs].filter(([, { until }]) => until <= now());
    for (const [key] of gone) tabs.delete(key);
    if (gone.length > 0) telling.ask();
  };
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();

  return {
    say: (said) => bus.publish({ topic: TOPIC, message: said }),
    here() {
      const places = new Map<string, Presence>();
      for (const { until: _, ...presence } of tabs.values()) places.set(placeOf(presence), presence);
      return [...places.values()].toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    },
    look,
    onChange: (listener) => void listeners.push(listener),
    close() {
      clearInterval(timer);
      telling.stop();
      unsubscribe();
    },
  };
}

const placeOf = ({ name, personId, storyId, draftId }: Presence): string =>
  [name, personId, storyId, draftId].join('\n');

const samePlace = (a: Presence, b: Presence): boolean => placeOf(a) === placeOf(b);

/** Tabs lie in the order they were last heard of. */
function makeRoom(tabs: Map<string, Presence>, personId: string): void {
  const own = [...tabs].filter(([, tab]) => tab.personId === personId);
  const [oldestOwn] = own[0] ?? [];
  const oldest = tabs.keys().next().value;
  if (own.length >= MOST_OF_ONE && oldestOwn !== undefined) tabs.delete(oldestOwn);
  else if (tabs.size >= MOST && oldest !== undefined) tabs.delete(oldest);
}

/** Anyone with the database can notify: what is of another form is passed over. */
function saidIn(message: unknown): Said | null {
  const { key, personId, name, storyId, draftId, leaving } = (message ?? {}) as Record<string, unknown>;
  if (typeof key !== 'string' || typeof personId !== 'string' || typeof name !== 'string') return null;
  return {
    key,
    personId,
    name,
    storyId: textIn(storyId),
    draftId: textIn(draftId),
    leaving: leaving === true,
  };
}

const textIn = (given: unknown): string | null => (typeof given === 'string' ? given : null);

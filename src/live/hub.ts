import { performance } from 'node:perf_hooks';
import type { EventMark } from '../domain/event.ts';
import { SITE } from '../domain/slug.ts';
import type { Storage } from '../storage/storage.ts';
import { Feed, type Source } from './feed.ts';
import type { Follower } from './follower.ts';
import type { Line } from './line.ts';
import { Openings } from './openings.ts';
import { Places } from './places.ts';
import { Polls } from './polls.ts';
import { Reader, type Ending } from './reader.ts';
import type { Sendable } from './sendable.ts';
import { inSlices, Serving } from './serving.ts';
import { SiteBeat } from './site-beat.ts';
import { onFrontPage, siteSource } from './site-source.ts';
import { storySource } from './story-source.ts';

/** How often every reader hears that the line is alive, and how long a line may take nothing before it is let go, ms. */
export type Pace = { beatEvery: number; stalled: number };
const PACE: Pace = { beatEvery: 25_000, stalled: 60_000 };

/** A story nobody reads any more is let go of after so many beats. */
const IDLE_BEATS = 4;

/** Open pages, how many of them were sent the last event there is, and how many hold no stream: those are counted by how often they ask. */
export type ReadersOf = { open: number; upToDate: number; asking: number };

type Held = { feed: Feed; readers: Set<Reader>; serving: Serving; polls: Polls; idle: number };

/** How long a stream that was ended may take to be gone, once the hub closes, ms. */
const FINISH_WITHIN = 2000;

export type Hub = {
  /** The feed of a story, or of the site (`SITE`), with everything committed so far. */
  feed(storyId: string): Promise<Feed>;
  /** Opens a stream on a line whose answer's head was sent. */
  attach(storyId: string, feed: Feed, line: Line, at: number): Reader;
  /** Resolves once everything committed before the call is in the feeds, whoever committed it. */
  fresh(): Promise<void>;
  /** The feed that is open of a story (or `SITE`) already. */
  opened(storyId: string): Feed | null;
  /** Which story stands under an address. */
  readonly places: Places;
  /** What a stream begins with. */
  opening(): Sendable;
  /** Open streams of this thread: in all, or of one story. */
  count(storyId?: string): number;
  counts(): Map<string, number>;
  /** Of each story somebody reads, and of the front page (`SITE`). */
  readers(): Map<string, ReadersOf>;
  /** Somebody who holds no stream asked for a story's events; `hasLast`: and was given the last one. */
  polled(storyId: string, hasLast: boolean): void;
  onEnd(listener: (why: Ending) => void): void;
  /** Tells every reader to come back, and waits for nobody. */
  close(): void;
};

/** Delivers the logs to the open streams of this thread. */
export function openHub(storage: Storage, follower: Follower, { beatEvery, stalled } = PACE): Hub {
  const held = new Map<string, Held>();
  const opening = new Map<string, Promise<Held>>();
  const endings: ((why: Ending) => void)[] = [];
  const site = new SiteBeat();
  const openings = new Openings();
  const places = new Places();
  let siteKnown: Promise<void> | true | undefined;
  let total = 0;
  let closed = false;

  /** Events that were handed on while a feed was being opened. */
  const arrived = new Map<string, EventMark[]>();

  const open = async (storyId: string): Promise<Held> => {
    arrived.set(storyId, []);
    const isSite = storyId === SITE;
    const source: Source = isSite ? siteSource(storage) : storySource(storage, storyId);
    const head = isSite ? follower.position : ((await storage.findStory({ id: storyId }))?.seq ?? 0);
    const feed = new Feed(source, head);
    const readers = new Set<Reader>();
    const entry: Held = { feed, readers, serving: new Serving(feed, readers), polls: new Polls(), idle: 0 };
    entry.feed.append(arrived.get(storyId) ?? []);
    arrived.delete(storyId);
    held.set(storyId, entry);
    return entry;
  };
  const entryOf = (storyId: string): Held | Promise<Held> => {
    const known = held.get(storyId);
    if (known) return known;
    let pending = opening.get(storyId);
    if (!pending) {
      pending = open(storyId).finally(() => {
        opening.delete(storyId);
        arrived.delete(storyId);
      });
      opening.set(storyId, pending);
    }
    return pending;
  };
  const deliver = (storyId: string, marks: EventMark[]): void => {
    arrived.get(storyId)?.push(...marks);
    const entry = held.get(storyId);
    if (!entry || marks.length === 0) return;
    entry.feed.append(marks);
    entry.polls.moved();
    entry.serving.serve();
  };
  const beatAll = (readers: Set<Reader>): void => {
    inSlices(readers, (reader) => reader.beat(site.beat));
  };
  const unsubscribe = follower.subscribe((marks) => {
    places.take(marks);
    for (const [storyId, group] of Map.groupBy(marks, (mark) => mark.storyId)) {
      if (storyId !== SITE) deliver(storyId, group);
    }
    deliver(SITE, marks.filter(onFrontPage));
    held.get(SITE)?.feed.reach(follower.position);
    if (site.take(marks)) {
      for (const { feed } of held.values()) feed.renew();
      for (const { readers } of held.values()) beatAll(readers);
    }
  });
  const beat = setInterval(() => {
    for (const [storyId, entry] of held) {
      entry.idle = entry.readers.size > 0 ? 0 : entry.idle + 1;
      if (entry.idle > IDLE_BEATS) held.delete(storyId);
      beatAll(entry.readers);
    }
  }, beatEvery);
  beat.unref();

  return {
    async feed(storyId) {
      await follower.fresh();
      siteKnown ??= storage.site().then(
        ({ seq }) => {
          site.reach(seq);
          siteKnown = true;
        },
        (error: unknown) => {
          siteKnown = undefined;
          throw error;
        },
      );
      await siteKnown;
      const entry = await entryOf(storyId);
      entry.idle = 0;
      return entry.feed;
    },
    attach(storyId, feed, line, at) {
      const reader = new Reader(feed, line, at, stalled);
      const entry = held.get(storyId);
      if (!entry || entry.feed !== feed) throw new Error('a reader is attached to a feed that was let go of');
      entry.readers.add(reader);
      total += 1;
      reader.onEnd = (why) => {
        entry.readers.delete(reader);
        total -= 1;
        for (const listener of endings) listener(why);
      };
      reader.pump();
      // Who was let in just before has been told nothing.
      if (closed) reader.end('stopping');
      return reader;
    },
    fresh: follower.freshForAll,
    opened(storyId) {
      const entry = siteKnown === true ? held.get(storyId) : undefined;
      if (!entry) return null;
      entry.idle = 0;
      return entry.feed;
    },
    places,
    opening: () => openings.next(site.beat),
    count: (storyId) => (storyId === undefined ? total : (held.get(storyId)?.readers.size ?? 0)),
    counts: () => new Map([...held].map(([storyId, { readers }]) => [storyId, readers.size])),
    readers: () =>
      new Map(
        [...held].flatMap(([storyId, entry]) => {
          const counted = countOf(entry);
          return counted.open > 0 ? [[storyId, counted] as const] : [];
        }),
      ),
    polled(storyId, hasLast) {
      held.get(storyId)?.polls.note(performance.now(), hasLast);
    },
    onEnd(listener) {
      endings.push(listener);
    },
    close() {
      closed = true;
      unsubscribe();
      clearInterval(beat);
      const readers = [...held.values()].flatMap((entry) => [...entry.readers]);
      for (const reader of readers) reader.end('stopping');
      // Whoever takes nothing more would be waited for for ever.
      setTimeout(() => readers.forEach((reader) => reader.cut()), FINISH_WITHIN).unref();
    },
  };
}

function countOf({ readers, polls }: Held): ReadersOf {
  const now = performance.now();
  const asking = polls.count(now);
  let upToDate = polls.upToDate(now);
  for (const reader of readers) if (reader.isUpToDate) upToDate += 1;
  return { open: readers.size + asking, upToDate, asking };
}

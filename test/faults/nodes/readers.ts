import { performance } from 'node:perf_hooks';
import { pause } from '../../support/server-process.ts';
import { resumingReader, type ResumingReader } from '../reader.ts';

/** How soon a reader comes back, ms. */
const AGAIN = 400;

/** Every so many a reader takes the stream compressed. */
const GZIP_EVERY = 3;

/** What of the promises of a stream was broken, over all readers. */
export type Counts = { lost: number; doubled: number; outOfOrder: number; differing: number; resets: number };

/** Times from a post to a reader, ms. */
export type Times = { events: number; median: number; p99: number; most: number };

/** Readers of one story, through a balancer and straight from each node, who count what they get. */
export type NightReaders = {
  readonly size: number;
  /** Told by posters of each new text; `node`: where it is posted, if that is known. */
  sending(text: string, node?: string): void;
  /** Resolves when all have got this event, but for those bound to a node that is `away`, or after `within` ms; whether they have. */
  have(seq: number, within: number, away?: string): Promise<boolean>;
  /** Of all events up to `seq`. */
  counts(seq: number): Counts;
  /** In words, where one number was two events. */
  readonly differences: string[];
  /** Since they were last asked for: of all posts, and of those that came from another node than the reader's own. */
  times(): { all: Times; across: Times };
  readonly connections: number;
  stop(): void;
};

export function openReaders(
  story: string,
  places: { url: string; readers: number; isNode: boolean }[],
): NightReaders {
  const sent = new Map<string, { at: number; node?: string }>();
  const texts = new Map<number, string>();
  let all: number[] = [];
  let across: number[] = [];
  const differences: string[] = [];
  const heardAt = (node: string | null, how: () => string) => (id: number, block: string) => {
    // The top's frames tell of whatever update is the latest; an update's begin with its own words.
    const text = /^event: insert$/m.test(block) ? /\w+ update \d+/.exec(block)?.[0] : undefined;
    if (text === undefined) return;
    // One number is one event, at every node and in every replay.
    const before = texts.get(id) ?? text;
    if (before !== text) differences.push(`${id} was "${before}" and is "${text}" (${how()}): ${block}`);
    texts.set(id, text);
    const post = sent.get(text);
    if (!post) return;
    const took = performance.now() - post.at;
    all.push(took);
    if (node !== null && post.node !== undefined && post.node !== node) across.push(took);
  };
  const readers = places.flatMap(({ url, readers: count, isNode }) =>
    Array.from({ length: count }, (_, at) => {
      const gzip = at % GZIP_EVERY === 0;
      const how = (): string =>
        `${gzip ? 'gzip' : 'plain'} ${isNode ? url : 'balanced'} connection ${reader.connections}`;
      const reader: ResumingReader = resumingReader(url, `/stories/${story}/live`, {
        again: AGAIN + (at % 10) * 20,
        gzip,
        heard: heardAt(isNode ? url : null, how),
      });
      return { url, reader };
    }),
  );
  return {
    size: readers.length,
    sending: (text, node) => void sent.set(text, { at: performance.now(), ...(node && { node }) }),
    async have(seq, within, away) {
      const end = performance.now() + within;
      const are = (): boolean =>
        readers.every(({ url, reader }) => url === away || (reader.seen.at(-1) ?? 0) >= seq);
      while (!are() && performance.now() < end) await pause(20);
      return are();
    },
    counts(seq) {
      const counts = { lost: 0, doubled: 0, outOfOrder: 0, differing: differences.length, resets: 0 };
      for (const { reader } of readers) {
        const { seen, faults } = reader;
        const once = new Set(seen);
        for (let due = 1; due <= seq; due += 1) if (!once.has(due)) counts.lost += 1;
        counts.doubled += seen.length - once.size;
        counts.outOfOrder += seen.filter((id, at) => at > 0 && id < seen[at - 1]!).length;
        counts.resets += faults.filter((fault) => fault.startsWith('reset')).length;
      }
      return counts;
    },
    differences,
    times() {
      const told = { all: timesOf(all), across: timesOf(across) };
      [all, across] = [[], []];
      return told;
    },
    get connections() {
      return readers.reduce((sum, { reader }) => sum + reader.connections, 0);
    },
    stop() {
      for (const { reader } of readers) reader.stop();
    },
  };
}

function timesOf(took: number[]): Times {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { events: sorted.length, median: at(0.5), p99: at(0.99), most: at(1) };
}

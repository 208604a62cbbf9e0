import { setTimeout as pause } from 'node:timers/promises';
import type { Feed } from './feed.ts';
import { AT_ONCE, type Reader } from './reader.ts';
import { nextTurn } from './turns.ts';

/** Readers served in one turn of the event loop, so that other requests get theirs between. */
const SLICE = 512;

/** Events that come so soon after one another are of one burst, while readers are being served between them, ms. */
const TOGETHER = 40;

/** A burst is over when so long nothing has come, while nobody is served, ms; and nobody is kept waiting longer for its rest. */
const QUIET = 15;
const GATHERED_WITHIN = 80;

/**
 * Sends all of a story's readers what they lack, in slices. What is missing from where most of a slice stand is made before,
 * so that each of them is served in one go, and with everything that has come by then.
 */
export class Serving {
  readonly #feed: Feed;
  readonly #readers: ReadonlySet<Reader>;
  /** Readers are being served; whether there is more for them by now. */
  #isUnderWay = false;
  #again = false;
  #movedAt = -Infinity;
  /** When a burst began that is not over; null: what came last stood alone. */
  #burstSince: number | null = null;

  constructor(feed: Feed, readers: ReadonlySet<Reader>) {
    this.#feed = feed;
    this.#readers = readers;
  }

  /** There is more for them. */
  serve(): void {
    this.#again = true;
    const now = performance.now();
    this.#burstSince = now - this.#movedAt < TOGETHER ? (this.#burstSince ?? now) : null;
    this.#movedAt = now;
    if (!this.#isUnderWay) void this.#rounds();
  }

  async #rounds(): Promise<void> {
    this.#isUnderWay = true;
    while (this.#again) {
      this.#again = false;
      await this.#round();
    }
    this.#isUnderWay = false;
  }

  async #round(): Promise<void> {
    const readers = [...this.#readers];
    for (let from = 0; from < readers.length; from += SLICE) {
      const slice = readers.slice(from, from + SLICE);
      await this.#gather();
      await this.#prepare(slice);
      for (const reader of slice) reader.pump();
      if (from + SLICE < readers.length) await nextTurn();
    }
  }

  /**
   * Waits for the rest of a burst, so that a reader gets it in one write: ten thousand writes between its first events keep the
   * others from being committed, and are for the most part to be made again.
   */
  async #gather(): Promise<void> {
    for (;;) {
      const now = performance.now();
      if (this.#burstSince === null || now - this.#burstSince > GATHERED_WITHIN) return;
      const left = this.#movedAt + QUIET - now;
      if (left <= 0) return;
      await pause(left);
    }
  }

  /**
   * Makes what the first of them lacks, who most often stands where all stand. Looking first where each stands would touch
   * all of them twice, and that is memory that nobody has touched for a while. Who stands elsewhere asks for his own.
   */
  async #prepare(slice: readonly Reader[]): Promise<void> {
    const place = slice.find((reader) => reader.place !== null)?.place ?? null;
    if (place === null || this.#feed.ready(place)) return;
    // Whoever cannot be served is told by his own reading of it.
    await this.#feed.after(place, AT_ONCE).catch(() => undefined);
  }
}

/** Calls back for each reader, some now and the others in later turns; who left meanwhile is passed over by itself. */
export function inSlices(readers: ReadonlySet<Reader>, act: (reader: Reader) => void): void {
  const rest = [...readers];
  const turn = (): void => {
    for (const reader of rest.splice(0, SLICE)) act(reader);
    if (rest.length > 0) setImmediate(turn);
  };
  turn();
}

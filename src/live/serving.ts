import type { Feed } from './feed.ts';
import { AT_ONCE, type Reader } from './reader.ts';

/** Readers served in one turn of the event loop, so that other requests get theirs between. */
const SLICE = 512;

/**
 * Sends all of a story's readers what they lack, in slices. What is missing from each place that some of a slice stand at is
 * made before, once, so that each of them is served in one go, and with everything that has come by then.
 */
export class Serving {
  readonly #feed: Feed;
  readonly #readers: ReadonlySet<Reader>;
  /** Readers are being served; whether there is more for them by now. */
  #isUnderWay = false;
  #again = false;

  constructor(feed: Feed, readers: ReadonlySet<Reader>) {
    this.#feed = feed;
    this.#readers = readers;
  }

  /** There is more for them. */
  serve(): void {
    this.#again = true;
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
      const places = new Set(slice.flatMap(({ place }) => place ?? []));
      // Whoever cannot be served is told by his own reading of it.
      await Promise.allSettled([...places].map((place) => this.#feed.after(place, AT_ONCE)));
      for (const reader of slice) reader.pump();
      if (from + SLICE < readers.length) await nextTurn();
    }
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Calls back for each reader, some now and the others in later turns; who left meanwhile is passed over by itself. */
export function inSlices(readers: ReadonlySet<Reader>, act: (reader: Reader) => void): void {
  const rest = [...readers];
  const turn = (): void => {
    for (const reader of rest.splice(0, SLICE)) act(reader);
    if (rest.length > 0) setImmediate(turn);
  };
  turn();
}

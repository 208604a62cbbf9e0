/** A page that gets no stream asks about so often, ms (`reader/client/follow.js`). */
const ASKS_EVERY = 5000;

/** What is looked back on, ms. */
const WINDOW = 30_000;

/**
 * How many pages ask for a story's events instead of holding a stream, by how often it is asked in half a minute: who asks
 * is not looked at. Pages behind a cache of others count as one.
 */
export class Polls {
  /** Questions in each of the last slices of `ASKS_EVERY`, by the slice's number. */
  readonly #slices = new Map<number, number>();

  /** @param now a monotonic clock, ms. */
  note(now: number): void {
    const slice = Math.floor(now / ASKS_EVERY);
    this.#slices.set(slice, (this.#slices.get(slice) ?? 0) + 1);
    this.#forget(slice);
  }

  count(now: number): number {
    this.#forget(Math.floor(now / ASKS_EVERY));
    let asked = 0;
    for (const questions of this.#slices.values()) asked += questions;
    // Of one that has only begun to ask, there is one.
    return Math.ceil(asked / (WINDOW / ASKS_EVERY));
  }

  #forget(slice: number): void {
    for (const known of this.#slices.keys()) {
      if (known <= slice - WINDOW / ASKS_EVERY) this.#slices.delete(known);
    }
  }
}

/** A page that gets no stream asks about so often, ms (`reader/client/follow.js`). */
const ASKS_EVERY = 5000;

/** What is looked back on, ms. */
const WINDOW = 30_000;

/**
 * How many pages ask for a story's events instead of holding a stream, by how often it is asked in half a minute, and how many
 * of them were answered with the last event: who asks is not looked at. Pages behind a cache of others count as one.
 */
export class Polls {
  /** Questions in each of the last slices of `ASKS_EVERY`, by the slice's number. */
  readonly #slices = new Map<number, number>();
  /** Answers that bore the last event there is; endless before there was a newer one than the pages came with. */
  #withLast = Infinity;

  /**
   * @param now a monotonic clock, ms.
   * @param hasLast whether the answer bore all there is.
   */
  note(now: number, hasLast = true): void {
    const slice = Math.floor(now / ASKS_EVERY);
    this.#slices.set(slice, (this.#slices.get(slice) ?? 0) + 1);
    if (hasLast) this.#withLast += 1;
    this.#forget(slice);
  }

  /** Something happened: until they ask again, none of them knows. */
  moved(): void {
    this.#withLast = 0;
  }

  count(now: number): number {
    this.#forget(Math.floor(now / ASKS_EVERY));
    let asked = 0;
    for (const questions of this.#slices.values()) asked += questions;
    // Of one that has only begun to ask, there is one.
    return Math.ceil(asked / (WINDOW / ASKS_EVERY));
  }

  /** Of those, who asked since the last event. */
  upToDate(now: number): number {
    return Math.min(this.count(now), this.#withLast);
  }

  #forget(slice: number): void {
    for (const known of this.#slices.keys()) {
      if (known <= slice - WINDOW / ASKS_EVERY) this.#slices.delete(known);
    }
  }
}

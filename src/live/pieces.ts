import type { Piece } from './feed.ts';

/**
 * Pieces that are held until the next event: each is asked for by all who stand at one place. Who comes from anywhere, with a
 * number of his own, must not fill the memory: beyond this many the one made first is let go of.
 */
const MOST = 64;

/** What is sent to readers, by their place in the log; each made once. */
export class Pieces {
  readonly #made = new Map<number, Promise<Piece>>();
  readonly #ready = new Map<number, Piece>();

  /** The piece from a place on; made by `make`, unless it is held. */
  async from(place: number, make: () => Promise<Piece>): Promise<Piece> {
    const known = this.#made.get(place);
    if (known) return known;
    const making = make();
    this.#made.set(place, making);
    for (const first of this.#made.keys()) {
      if (this.#made.size <= MOST) break;
      this.#forget(first);
    }
    const isHeld = (): boolean => this.#made.get(place) === making;
    making.then(
      (piece) => isHeld() && this.#ready.set(place, piece),
      // A failed reading is not kept: the next reader tries again.
      () => isHeld() && this.#forget(place),
    );
    return making;
  }

  /** The one from a place on, if it is made already. */
  ready(place: number): Piece | undefined {
    return this.#ready.get(place);
  }

  clear(): void {
    this.#made.clear();
    this.#ready.clear();
  }

  #forget(place: number): void {
    this.#made.delete(place);
    this.#ready.delete(place);
  }
}

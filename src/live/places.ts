import type { EventMark, Kind } from '../domain/event.ts';

/** What leaves a story where it is, and as live as it was. */
const LEAVES = new Set<Kind>([
  'post',
  'small-edit',
  'edit',
  'correction',
  'retraction',
  'key-event',
  'pin',
  'unpin',
]);

/** Addresses that are known at once. */
const MOST = 10_000;

/** Which live story stands under an address, as long as nothing happened that might have changed that. */
export class Places {
  readonly #ids = new Map<string, string>();
  #turn = 0;

  /** To be asked before an address is looked up, and given with what was found. */
  get turn(): number {
    return this.#turn;
  }

  /** A live story was found under its present address; `turn`: as it was before the looking. */
  learn(slug: string, storyId: string, turn: number): void {
    if (turn !== this.#turn) return;
    if (this.#ids.size >= MOST) this.#ids.clear();
    this.#ids.set(slug, storyId);
  }

  find(slug: string): string | undefined {
    return this.#ids.get(slug);
  }

  /** Forgets what may not be so any more. */
  take(marks: readonly EventMark[]): void {
    const moved = new Set(marks.filter(({ kind }) => !LEAVES.has(kind)).map(({ storyId }) => storyId));
    if (moved.size === 0) return;
    this.#turn += 1;
    for (const [slug, storyId] of this.#ids) if (moved.has(storyId)) this.#ids.delete(slug);
  }
}

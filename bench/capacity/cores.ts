/** Something that happened, s; told to 99 of 100 readers once so many writes are done. */
export type Event = { at: number; until: number };

/**
 * The cores of one node: work that waits, and writes of events that wait. What is sent to a reader is joined: however many events
 * there are, a reader who waits costs one write. Openings, pages and the like get their turn between slices of writes.
 */
export class Cores {
  readonly #speed: number;
  readonly #perDelivery: number;
  /** Seconds of work that wait. */
  #work = 0;
  /** Readers who are behind. */
  #behind = 0;
  #written = 0;
  #waiting: Event[] = [];
  #done: number[] = [];
  /** Seconds of work done. */
  used = 0;
  writes = 0;

  /** `cores` at full speed; `perDelivery` in seconds. */
  constructor(cores: number, perDelivery: number) {
    this.#speed = cores;
    this.#perDelivery = perDelivery;
  }

  /** Seconds of work that wait. */
  get backlog(): number {
    return this.#work + this.#behind * this.#perDelivery;
  }

  /** Takes work in, seconds. */
  take(work: number): void {
    this.#work += work;
  }

  /** Something happened, and all these readers are to be told. */
  happen(at: number, readers: number): void {
    this.#behind = readers;
    this.#waiting.push({ at, until: this.#written + 0.99 * readers });
  }

  /** Goes on to `now` from `step` seconds before. */
  go(now: number, step: number): void {
    const able = this.#speed * step;
    const writing = this.#behind * this.#perDelivery;
    // Each half of the time where both wait; what one leaves is the other's.
    const forWork = Math.min(this.#work, Math.max(able / 2, able - writing));
    const forWrites = Math.min(writing, able - forWork);
    this.#work -= forWork;
    this.used += forWork + forWrites;
    const begun = this.#written;
    const written = forWrites / this.#perDelivery;
    this.#behind = Math.max(0, this.#behind - written);
    this.#written += written;
    this.writes += written;
    this.#waiting = this.#waiting.filter(({ at, until }) => {
      if (this.#written < until - 1e-6 && this.#behind > 0) return true;
      const part = written > 0 ? Math.min(1, Math.max(0, (until - begun) / written)) : 1;
      this.#done.push(now - step + part * step - at);
      return false;
    });
  }

  /** How long 99 of 100 readers waited at most, of each event, s. */
  get delays(): number[] {
    return this.#done;
  }
}

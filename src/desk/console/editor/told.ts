/** A sentence for the person, with what can be done about it. It stays until it is closed or another comes. */
export type Notice = { id: number; sentence: string; action?: { label: string; run(): void } };

type Held = { notice: Notice | null; spoken: string };

/** What an editor tells its person: one notice that is seen, and what a screen reader says. A store for React. */
export class Told {
  #held: Held = { notice: null, spoken: '' };
  #listeners = new Set<() => void>();
  #count = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): Held => this.#held;

  notice(sentence: string, action?: Notice['action']): void {
    this.#count += 1;
    this.#set({ ...this.#held, notice: { id: this.#count, sentence, ...(action && { action }) } });
  }

  close(): void {
    this.#set({ ...this.#held, notice: null });
  }

  /** Said politely by a screen reader; the same sentence twice is said twice. */
  speak(sentence: string): void {
    const again = this.#held.spoken === sentence;
    this.#set({ ...this.#held, spoken: again ? `${sentence}\u00a0` : sentence });
  }

  #set(held: Held): void {
    this.#held = held;
    for (const listener of this.#listeners) listener();
  }
}

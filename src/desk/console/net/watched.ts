/** A value that changes, as `useSyncExternalStore` takes it. */
export type Watched<T> = {
  get(): T;
  /** Calls back after each change; the returned function ends it. */
  subscribe(listener: () => void): () => void;
};

export type Settable<T> = Watched<T> & { set(next: T): void };

export function watched<T>(first: T): Settable<T> {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(next) {
      if (Object.is(next, now)) return;
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import { useSyncExternalStore } from 'react';

/** A value outside React that is shown by it. */
export type Listened<T> = {
  get(): T;
  set(value: T): void;
  /** Returns what stops it. */
  listen(listener: () => void): () => void;
};

export function listened<T>(first: T): Listened<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const useListened = <T>({ listen, get }: Pick<Listened<T>, 'listen' | 'get'>): T =>
  useSyncExternalStore(listen, get);

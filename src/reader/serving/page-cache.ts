import { StorageUnavailable } from '../../domain/errors.ts';
import type { Finished } from '../../web/serving/finished.ts';

/** Bytes of uncompressed pages one thread keeps. */
const BYTES = 32 * 1024 * 1024;

/** A page and the place in the logs it is of. */
export type Rendered = { version: string; finished: Finished };

export type PageCache = {
  /**
   * The page under a key as it stands at a version – the seqs it is made of – rendered unless it is held;
   * many who ask at once wait for one rendering.
   */
  page(key: string, version: string, render: () => Promise<Rendered>): Promise<Finished>;
  /** Runs a reading; should storage be away, what is held under the key is good enough. */
  orHeld<T>(key: string, read: () => Promise<T>): Promise<T | { held: Finished }>;
  /** Lets go of all that is held, and of what is being rendered: words were taken back, and may not be told once more. */
  forget: () => void;
};

/** Finished pages by key, the least recently asked for let go of first. */
export function pageCache(bytes = BYTES): PageCache {
  const held = new Map<string, Rendered>();
  const rendering = new Map<string, Promise<Rendered>>();
  let size = 0;
  let forgotten = 0;

  const drop = (key: string): void => {
    size -= held.get(key)?.finished.size ?? 0;
    held.delete(key);
  };
  const keep = (key: string, rendered: Rendered): void => {
    drop(key);
    held.set(key, rendered);
    size += rendered.finished.size;
    for (const oldest of held.keys()) {
      if (size <= bytes || oldest === key) break;
      drop(oldest);
    }
  };
  const renderOnce = (key: string, version: string, render: () => Promise<Rendered>): Promise<Rendered> => {
    const begun = forgotten;
    const turn = `${begun} ${key} ${version}`;
    const running = rendering.get(turn);
    if (running) return running;
    const started = render()
      .then((rendered) => {
        if (begun === forgotten) keep(key, rendered);
        return rendered;
      })
      .finally(() => rendering.delete(turn));
    rendering.set(turn, started);
    return started;
  };

  return {
    async page(key, version, render) {
      const known = held.get(key);
      if (known?.version !== version) return (await renderOnce(key, version, render)).finished;
      held.delete(key);
      held.set(key, known);
      return known.finished;
    },
    async orHeld(key, read) {
      try {
        return await read();
      } catch (error) {
        const known = error instanceof StorageUnavailable ? held.get(key) : undefined;
        if (known) return { held: { ...known.finished, lastKnown: true } };
        throw error;
      }
    },
    forget() {
      forgotten += 1;
      held.clear();
      size = 0;
    },
  };
}

import type { Storage } from '../storage.ts';

/** A storage under test, on an empty database of its own. */
export type Opened = AsyncDisposable & {
  storage: Storage;
  /** A second handle on the same data, as another thread or node has it. */
  another: () => Promise<Storage>;
  /** SQL past the storage, as a tamperer would. */
  execute: (statement: string) => Promise<Record<string, unknown>[]>;
};

export type Open = () => Promise<Opened>;

import type { Storage } from '../storage/storage.ts';
import type { Assets } from './serving/assets.ts';
import type { PageCache } from './serving/page-cache.ts';

/** What the reader's routes work with. */
export type Room = {
  storage: Storage;
  /** Absolute URLs begin with it; known once the server listens. */
  baseUrl: () => string;
  assets: Assets;
  cache: PageCache;
  /** Calls back when words were taken back anywhere: what is held may hold them. */
  onTakenBack?: (forget: () => void) => void;
};

/** The little of a service worker's world that ours uses: TypeScript's own library of it cannot stand beside the page's. */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };

export type Fetching = Extendable & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};
export type Syncing = Extendable & { readonly tag: string };

type Hears = {
  (type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  (type: 'fetch', listener: (event: Fetching) => void): void;
  (type: 'sync', listener: (event: Syncing) => void): void;
  (type: 'message', listener: (event: Extendable & { data: unknown }) => void): void;
};

export type WorkerScope = {
  addEventListener: Hears;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
};

export const scope = self as unknown as WorkerScope;

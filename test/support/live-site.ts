import type { AddressInfo } from 'node:net';
import { follow } from '../../src/live/follower.ts';
import { openHub, type Hub } from '../../src/live/hub.ts';
import { liveRoutes } from '../../src/reader/routes/live-routes.ts';
import { streamGate } from '../../src/reader/routes/stream-gate.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { createServer } from '../../src/web/server.ts';

export type LiveSite = AsyncDisposable & { url: string; hub: Hub };

/** The streams of one thread, served on a port of their own. */
export async function liveSite(
  storage: Storage,
  { maxStreams = 10_000, perAddress = 0 } = {},
): Promise<LiveSite> {
  const follower = await follow(storage, (error) => {
    throw error;
  });
  const hub = openHub(storage, follower);
  const server = createServer({ baseUrl: 'http://127.0.0.1', trustedProxies: [], maxBody: 1_000_000 });
  await server.register(liveRoutes({ storage, hub, gate: streamGate(maxStreams, perAddress) }));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    hub,
    async [Symbol.asyncDispose]() {
      hub.close();
      await server.close();
      follower.close();
    },
  };
}

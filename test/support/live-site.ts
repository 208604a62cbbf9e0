import type { AddressInfo } from 'node:net';
import { follow } from '../../src/live/follower.ts';
import { openHub, type Hub, type Pace } from '../../src/live/hub.ts';
import { liveWay } from '../../src/reader/live-way.ts';
import { liveRoutes } from '../../src/reader/routes/live-routes.ts';
import { streamGate } from '../../src/reader/routes/stream-gate.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { openDoor } from '../../src/web/door/door.ts';
import { securityHeaders } from '../../src/web/headers.ts';
import { createServer } from '../../src/web/server.ts';

export type LiveSite = AsyncDisposable & {
  url: string;
  hub: Hub;
  /** What came through the door to the routes. */
  requests: string[];
};

/** The streams of one thread, served on a port of their own. */
export async function liveSite(
  storage: Storage,
  {
    maxStreams = 10_000,
    perAddress = 0,
    pace,
  }: { maxStreams?: number; perAddress?: number; pace?: Pace } = {},
): Promise<LiveSite> {
  const follower = await follow(storage, (error) => {
    throw error;
  });
  const hub = openHub(storage, follower, pace);
  const baseUrl = 'http://127.0.0.1';
  const server = createServer({ baseUrl, trustedProxies: [], maxBody: 1_000_000 });
  const gate = streamGate(maxStreams, perAddress);
  await server.register(liveRoutes({ storage, hub, gate }));
  const requests: string[] = [];
  server.addHook('onRequest', async ({ url }) => void requests.push(url));
  await server.ready();
  const stream = liveWay({ hub, gate, headers: securityHeaders(baseUrl) });
  const door = openDoor(server.server, [stream], { first: 20_000, between: 20_000 });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    hub,
    requests,
    async [Symbol.asyncDispose]() {
      hub.close();
      door.close();
      await server.close();
      follower.close();
    },
  };
}

import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** How a cache was told, as it came over the wire. */
export type Told = { method: string; path: string; headers: http.IncomingHttpHeaders; body: string };

/** A cache on a port of its own that keeps what it was told, and answers what a test wants it to. */
export type PurgedCache = AsyncDisposable & {
  url: string;
  told: Told[];
  /** Resolves with the first it was told, before or after the call, that is so. */
  until(isIt: (told: Told) => boolean): Promise<Told>;
  /** What it answers from now on. */
  answers: number;
};

export async function purgedCache(): Promise<PurgedCache> {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const cache = { answers: 200 };
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      told.push({ method, path, headers, body });
      response.writeHead(cache.answers).end('{}');
      for (const look of waiting) look();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(cache, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    until: (isIt: (told: Told) => boolean) =>
      new Promise<Told>((resolve) => {
        const look = (): void => {
          const found = told.find(isIt);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Holds the port while the server makes ready: `/healthz` answers, `/readyz` and all else say "not yet". */
export type WaitingRoom = { port: number; close(): Promise<void> };

/**
 * Binds plainly, without `reusePort`: so a port that another server holds is found taken (`EADDRINUSE`),
 * where a shared bind would silently mix two databases.
 */
export async function waitingRoom(host: string, port: number): Promise<WaitingRoom> {
  const server = http.createServer((request, response) => {
    const alive = request.url === '/healthz';
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
    };
    response.writeHead(alive ? 200 : 503, alive ? headers : { ...headers, 'retry-after': '1' });
    response.end(JSON.stringify({ status: alive ? 'ok' : 'starting' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

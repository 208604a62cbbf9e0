import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser is shown meanwhile: it asks again by itself. Neither settings nor stories can be read yet. */
const STARTING =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="2"><title>Back in a moment</title><p>The server is starting. This page will be here in a moment.</p></html>';

/** Holds the port while the server makes ready: `/healthz` answers, `/readyz` and all else say "not yet". */
export type WaitingRoom = { port: number; close(): Promise<void> };

/**
 * Binds plainly, unless `reusePort`: so a port that another server holds is found taken (`EADDRINUSE`),
 * where a shared bind would silently mix two databases. Port 0, which the system chooses, is nobody's and may be shared.
 */
export async function waitingRoom(host: string, port: number, reusePort = false): Promise<WaitingRoom> {
  const server = http.createServer((request, response) => {
    const alive = request.url === '/healthz';
    const page = !alive && /\btext\/html\b/.test(request.headers.accept ?? '');
    const headers = {
      'content-type': page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
    };
    response.writeHead(alive ? 200 : 503, alive ? headers : { ...headers, 'retry-after': '1' });
    response.end(page ? STARTING : JSON.stringify({ status: alive ? 'ok' : 'starting' }));
  });
  server.listen({ host, port, reusePort });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

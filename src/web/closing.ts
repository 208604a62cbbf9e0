import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long answers that were begun, and readers who are told to come back, may take once the server closes, ms. */
const FINISH_WITHIN = 2000;

/**
 * Has a server close well: answers that were begun are finished, within bounds, and nobody who asks nothing is waited for.
 * Browsers open connections ahead, and node takes one on which nothing was asked yet for a busy one. Returns what closes it.
 */
export function closingWell(server: FastifyInstance): () => Promise<void> {
  const raw: Server = server.server;
  const silent = new Set<Socket>();
  raw.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  raw.on('request', ({ socket }) => silent.delete(socket));
  return async () => {
    const late = setTimeout(() => raw.closeAllConnections(), FINISH_WITHIN);
    const closed = server.close();
    for (const socket of silent) socket.destroy();
    await closed;
    clearTimeout(late);
  };
}

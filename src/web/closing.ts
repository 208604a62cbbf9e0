import type { FastifyInstance } from 'fastify';
import type { Door } from './door/door.ts';

/** How long answers that were begun, and readers who are told to come back, may take once the server closes, ms. */
const FINISH_WITHIN = 2000;

/** Has a server close well: answers that were begun are finished, within bounds, and nobody who asks nothing is waited for. Returns what closes it. */
export function closingWell(server: FastifyInstance, door: Door): () => Promise<void> {
  return async () => {
    const late = setTimeout(() => server.server.closeAllConnections(), FINISH_WITHIN);
    const closed = server.close();
    door.close();
    await closed;
    clearTimeout(late);
  };
}

import { setImmediate as immediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Door } from './door/door.ts';
import type { Queues } from './queues.ts';

/** How long answers that were begun, and readers who are told to come back, may take once the server closes, ms. */
const FINISH_WITHIN = 2000;

/** A turn of the event loop in which hardly anybody can have come, ms; and how many longer ones are waited out. */
const SHORT = 1;
const MOST_TURNS = 50;

/** How a server leaves, step by step; each may be left out. */
export type Closing = {
  /**
   * Connections end with the answers on them from now on: who keeps one open, a balancer, would send its next request on it
   * in the moment it is closed, and could not tell whether that was begun.
   */
  drain(): void;
  /** Who comes from now on is refused by the system at once, and may go elsewhere. */
  takeNoMore(): Promise<void>;
  /** Answers that were begun are finished, within bounds, and nobody who asks nothing is waited for. */
  close(): Promise<void>;
};

/** Has a server close well. */
export function closingWell(server: FastifyInstance, door: Door, queues: Queues): Closing {
  const raw = server.server;
  let draining = false;
  let left: Promise<void> | undefined;
  raw.prependListener('request', (_, response) => {
    if (draining) response.shouldKeepAlive = false;
  });
  return {
    drain() {
      draining = true;
      door.drain();
    },
    async takeNoMore() {
      // Just behind a look at who waits to be let in: those who wait as it closes are cut off by the system. What was looked
      // at in a long turn was looked at long ago.
      for (let turns = 0; turns < MOST_TURNS; turns += 1) {
        const begun = performance.now();
        await immediate();
        if (performance.now() - begun < SHORT) break;
      }
      left = queues.close();
      if (raw.listening) raw.close();
    },
    async close() {
      const late = setTimeout(() => {
        raw.closeAllConnections();
        door.cut();
      }, FINISH_WITHIN);
      const closed = server.close();
      door.close();
      await Promise.all([closed, left]);
      clearTimeout(late);
    },
  };
}

import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../domain/time.ts';
import type { Follower } from '../../live/follower.ts';
import type { Hub } from '../../live/hub.ts';
import type { Bus } from '../../storage/bus.ts';
import type { Session } from '../api/session.ts';
import { openDeskHub, type DeskHub } from './desk-hub.ts';
import { openPersonLines } from './person-lines.ts';
import { openPresence, type PresenceBoard } from './presence.ts';
import { openReaderCounts, type ReaderCounts } from './reader-counts.ts';

/** What makes the desk of one thread live. */
export type DeskLive = {
  hub: DeskHub;
  presence: PresenceBoard;
  readers: ReaderCounts;
  /** Who is signed in, without it counting as a visit: a page that lies open does not prolong its session. */
  peek: (request: Pick<FastifyRequest, 'headers'>) => Promise<Session | null>;
  close(): void;
};

/** Of this thread alone, and set back by nobody, ms. */
const now = (): number => performance.now();

export function openDeskLive(deps: {
  bus: Bus;
  clock: Pick<Clock, 'now'>;
  follower: Follower;
  hub: Pick<Hub, 'readers'>;
  peek: DeskLive['peek'];
}): DeskLive {
  const { bus, clock, follower, peek } = deps;
  const presence = openPresence(bus, now);
  const thread = randomUUID();
  const lines = openPersonLines(bus, thread, now);
  const readers = openReaderCounts({ bus, thread, count: () => deps.hub.readers(), now });
  const hub = openDeskHub({ bus, clock, follower, presence, readers, lines });
  return {
    hub,
    presence,
    readers,
    peek,
    close() {
      hub.close();
      presence.close();
      readers.close();
      lines.close();
    },
  };
}

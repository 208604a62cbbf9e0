import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { answersForCache } from './edge/answers.ts';
import { openPurger, type Purger } from './edge/purger.ts';
import type { Follower } from './live/follower.ts';
import type { Logger } from './ops/log.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Storage } from './storage/storage.ts';

export type EdgeParts = {
  /** Before its routes are registered. */
  server: FastifyInstance;
  storage: Storage;
  follower: Follower;
  metrics: Metrics;
  log: Logger;
  ofProcess?: boolean;
};

/** Connects a cache before this server, where there is one that can be told: each thread marks its answers, one tells. */
export function openEdge({ purge }: Config, parts: EdgeParts): Pick<Purger, 'close'> {
  if (!purge) return { close: async () => undefined };
  const { server, storage, follower, metrics, log } = parts;
  answersForCache(server, purge.form, purge.hold);
  if (!parts.ofProcess) return { close: async () => undefined };
  return openPurger({
    setting: purge,
    storage,
    follower,
    onTold: (result) => metrics.purges.inc({ result }),
    onFault: (error) => log.warn({ err: error }, 'a cache could not be told what changed'),
  });
}

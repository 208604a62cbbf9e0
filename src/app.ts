import fs from 'node:fs';
import path from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import type { FastifyInstance } from 'fastify';
import { apiRoutes } from './api/routes.ts';
import { storyJsonRoute } from './api/story-json-route.ts';
import type { Newsroom } from './commands/perform.ts';
import type { Config } from './config.ts';
import { systemClock, type Clock } from './domain/time.ts';
import { follow } from './live/follower.ts';
import { openHub } from './live/hub.ts';
import { healthRoutes } from './ops/health.ts';
import { createLog, type Logger } from './ops/log.ts';
import { createMetrics, metricsText, type Metrics } from './ops/metrics.ts';
import { liveRoutes } from './reader/live-routes.ts';
import { readerRoutes } from './reader/routes.ts';
import { streamGate } from './reader/stream-gate.ts';
import { migratePostgres, openPostgres } from './storage/postgres/open.ts';
import { settableClock, type SettableClock } from './storage/settable-clock.ts';
import { lockFolder, type FolderHeld, type FolderLock } from './storage/sqlite/folder-lock.ts';
import {
  migrateSqlite,
  openSqlite,
  openSqliteBesideWriter,
  startWriter,
  type WriterThread,
} from './storage/sqlite/open.ts';
import type { Storage } from './storage/storage.ts';
import { createServer } from './web/server.ts';

/** Brings the database up to date; makes the data folder where there is none. Throws `NewerSchema`. */
export async function migrateStorage(config: Config): Promise<number> {
  fs.mkdirSync(config.dataDir, { recursive: true });
  return config.databaseUrl
    ? migratePostgres(config.databaseUrl)
    : migrateSqlite(path.resolve(config.dataDir));
}

/** Takes the data folder for this server; on PostgreSQL nodes may share one. */
export function holdFolder(config: Config): ({ type: 'locked' } & FolderLock) | FolderHeld {
  fs.mkdirSync(config.dataDir, { recursive: true });
  fs.accessSync(config.dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  return config.databaseUrl
    ? { type: 'locked', release: () => undefined }
    : lockFolder(path.resolve(config.dataDir));
}

/** SQLite is written by one thread; PostgreSQL by every one. */
export async function openWriter(config: Config): Promise<WriterThread | null> {
  return config.databaseUrl ? null : startWriter(path.resolve(config.dataDir));
}

/** Storage for this thread. With a port, SQLite is written through the writer's thread; `watch` sees other processes' commits. */
export async function openStorage(
  config: Config,
  { writer, watch = false }: { writer?: MessagePort; watch?: boolean } = {},
): Promise<Storage> {
  if (config.databaseUrl) return openPostgres(config.databaseUrl);
  const folder = path.resolve(config.dataDir);
  return writer ? openSqliteBesideWriter(folder, writer) : openSqlite(folder, { watch });
}

/** The machine's clock, or the one that tests set. */
export async function openClock(config: Config, storage: Storage): Promise<Clock | SettableClock> {
  return config.clock === null ? systemClock : settableClock(storage, config.clock);
}

/** What a CLI command works with, on a migrated database. */
export async function openNewsroom(config: Config): Promise<Newsroom & AsyncDisposable> {
  await migrateStorage(config);
  const storage = await openStorage(config);
  const clock = await openClock(config, storage);
  return { storage, clock, [Symbol.asyncDispose]: () => storage.close() };
}

export type WebThread = {
  server: FastifyInstance;
  metrics: Metrics;
  /** Takes connections that another thread accepted. */
  take: Server;
  listen(options: { host: string; port: number; reusePort: boolean }): Promise<number>;
  /** Ends streams, finishes requests, lets go of storage. */
  close(): Promise<void>;
};

export type ThreadOptions = {
  storage: Storage;
  /** Streams this thread may hold. */
  maxStreams: number;
  /** Known once the server listens. */
  baseUrl: () => string;
  /** Figures of all threads; without it, this thread's alone. */
  allMetrics?: () => Promise<string>;
  ofProcess?: boolean;
};

/** Everything one thread serves, built and connected. */
export async function openWebThread(config: Config, options: ThreadOptions): Promise<WebThread> {
  const { storage, baseUrl } = options;
  const log: Logger = createLog(config.logLevel);
  const clock = await openClock(config, storage);
  const newsroom: Newsroom = { storage, clock };
  const follower = await follow(storage, (error) =>
    log.error({ err: error }, 'the logs could not be followed'),
  );
  const hub = openHub(storage, follower);
  const metrics = createMetrics(() => hub.count(), { ofProcess: options.ofProcess ?? false });
  const readiness = { stopping: false };
  hub.onEnd((why) => metrics.streamsEnded.inc({ why }));

  const server = createServer({
    baseUrl: baseUrl(),
    trustedProxies: config.trustedProxies,
    maxBody: config.maxBody,
    log,
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe(
      { route, method: request.method, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  const metricsOf = options.allMetrics ?? (async () => metricsText([await metrics.snapshot()]));
  await server.register(healthRoutes({ storage, readiness, metrics: metricsOf }));
  await server.register(
    liveRoutes({ storage, hub, gate: streamGate(options.maxStreams, config.streamsPerAddress) }),
  );
  await server.register(storyJsonRoute({ storage, baseUrl }));
  await server.register(apiRoutes({ newsroom, baseUrl, ...('set' in clock && { clockControl: clock }) }), {
    prefix: '/api/v1',
  });
  await server.register(readerRoutes({ storage, baseUrl }));
  await server.ready();

  return {
    server,
    metrics,
    take: server.server,
    async listen(where) {
      await server.listen(where);
      return (server.server.address() as AddressInfo).port;
    },
    async close() {
      readiness.stopping = true;
      hub.close();
      await server.close();
      follower.close();
      await storage.close();
    },
  };
}

import type { Server } from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { apiRoutes } from './api/routes.ts';
import { storyJsonRoute } from './api/story-json-route.ts';
import { openClock, openPictures } from './app.ts';
import { openEdge } from './app-edge.ts';
import { openSignIn } from './app-sign-in.ts';
import type { Newsroom } from './commands/perform.ts';
import type { Config } from './config.ts';
import type { Kind } from './domain/event.ts';
import type { Clock } from './domain/time.ts';
import { serveRooms } from './desk/rooms/serve-rooms.ts';
import { openDeskLive } from './desk/live/open-live.ts';
import { openClerk } from './desk/clerk.ts';
import { draftAtHead } from './desk/draft-at-head.ts';
import { deskRoutes } from './desk/routes.ts';
import { follow } from './live/follower.ts';
import { openHub } from './live/hub.ts';
import { openLibrary, resumeByAndBy } from './media/library.ts';
import { healthRoutes } from './ops/health.ts';
import { createLog, type Logger } from './ops/log.ts';
import { createMetrics, metricsText, type Metrics } from './ops/metrics.ts';
import { mediaRoutes } from './reader/routes/media-routes.ts';
import { liveWay } from './reader/live-way.ts';
import { keepingIn } from './reader/keeping.ts';
import { liveRoutes } from './reader/routes/live-routes.ts';
import { problemAnswers } from './reader/problem-answer.ts';
import { previewPages } from './reader/preview-page.ts';
import { readerRoutes } from './reader/routes.ts';
import { sitemapRoutes } from './reader/routes/sitemap-routes.ts';
import { streamGate } from './reader/routes/stream-gate.ts';
import type { SettableClock } from './storage/settable-clock.ts';
import type { Storage } from './storage/storage.ts';
import { closingWell } from './web/closing.ts';
import { openDoor } from './web/door/door.ts';
import { keptAnswers } from './web/door/kept-answers.ts';
import { securityHeaders } from './web/headers.ts';
import { pictureGate } from './web/picture-gate.ts';
import { queuesOf } from './web/queues.ts';
import { BACKLOG, createServer } from './web/server.ts';
import { sessionReader } from './web/sessions/reader.ts';

/** The other half of the composition root: apart from `app.ts`, so that commands start without loading a web server. */
export type WebThread = {
  server: FastifyInstance;
  metrics: Metrics;
  /** Takes connections that another thread accepted. */
  take: Server;
  listen(options: { host: string; port: number; reusePort: boolean }): Promise<number>;
  /** Goes on serving, and says that it will stop: on `/readyz`, and by ending connections with the answers on them. */
  drain(): void;
  /** Takes no more connections, ends streams, finishes requests, lets go of storage. */
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
  /** In place of the one that the settings name: a test's. */
  clock?: Clock;
};

/** Where `scripts/ensure.mjs` builds the desk's console. */
const CONSOLE_FOLDER = path.join(import.meta.dirname, '..', 'build', 'desk');

/** Connections of a thread that are no streams: a flood of more would take the files that pages and the desk need. */
const BESIDE_STREAMS = 8192;

/** Connections that Linux, as it comes, lets wait at one socket (`net.core.somaxconn`). */
const WAIT_AT_ONE = 4096;

/** What takes words from pages. */
const TAKES_BACK: ReadonlySet<Kind> = new Set(['retraction', 'page-removed', 'discard']);

async function clockOf(config: Config, { clock, storage }: ThreadOptions): Promise<Clock | SettableClock> {
  return clock ?? openClock(config, storage);
}

/** Everything one thread serves, built and connected. */
export async function openWebThread(config: Config, options: ThreadOptions): Promise<WebThread> {
  const { storage, baseUrl } = options;
  const log: Logger = createLog(config.logLevel);
  const clock = await clockOf(config, options);
  const newsroom: Newsroom = { storage, clock };
  const follower = await follow(storage, (error) =>
    log.error({ err: error }, 'the logs could not be followed'),
  );
  const hub = openHub(storage, follower);
  const metrics = createMetrics(() => hub.counts(), { ofProcess: options.ofProcess ?? false });
  const library = openLibrary({
    newsroom,
    blobs: openPictures(config),
    onFault: (error, mediaId) => log.warn({ err: error, mediaId }, 'a picture could not be encoded'),
  });
  const readiness = { stopping: false };
  hub.onEnd((why) => metrics.streamsEnded.inc({ why }));

  const server = createServer({
    baseUrl: baseUrl(),
    problemPage: problemAnswers({ storage, baseUrl }),
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
  const edge = openEdge(config, { ...options, server, follower, metrics, log });
  const metricsOf = options.allMetrics ?? (async () => metricsText([await metrics.snapshot()]));
  await server.register(healthRoutes({ storage, readiness, metrics: metricsOf }));
  const gate = streamGate(options.maxStreams, config.streamsPerAddress);
  await server.register(liveRoutes({ storage, hub, gate }));
  await server.register(storyJsonRoute({ storage, baseUrl }));
  const { maxPicture } = config;
  const pictures = pictureGate(maxPicture);
  const control = 'set' in clock && { clockControl: clock };
  await server.register(apiRoutes({ newsroom, library, maxPicture, pictures, baseUrl, ...control }), {
    prefix: '/api/v1',
  });
  // Should storage go away, what is held goes out: without the words it was known to have lost.
  const onTakenBack = (forget: () => void): void => {
    follower.subscribe((marks) => {
      if (marks.some(({ kind }) => TAKES_BACK.has(kind))) forget();
    });
  };
  const logs = { fresh: follower.freshForAll, position: () => follower.position };
  const kept = keptAnswers(logs, server.server.keepAliveTimeout / 1000);
  onTakenBack(kept.forget);
  const keeperFor = keepingIn(kept, logs.position, metrics.givenAgain);
  await server.register(readerRoutes({ storage, baseUrl, onTakenBack, keeperFor }));
  await server.register(sitemapRoutes({ storage, clock, baseUrl }));
  await server.register(mediaRoutes({ storage, library }));
  const reading = {
    baseUrl,
    now: clock.now,
    onFault: (error: unknown) => log.warn({ err: error }, 'a session could not be marked as seen'),
  };
  const unmarked = { ...storage.sessions, markSeen: async () => undefined };
  const sessionOf = sessionReader({ ...reading, sessions: storage.sessions });
  const grantOf = storage.grants.find;
  const peek = sessionReader({ ...reading, sessions: unmarked });
  const live = openDeskLive({ bus: storage.bus, clock, follower, hub, peek });
  const signIn = openSignIn(config, clock);
  await server.register(
    deskRoutes({
      signIn,
      newsroom,
      library,
      maxPicture,
      pictures,
      baseUrl,
      consoleFolder: CONSOLE_FOLDER,
      sessionOf,
      grantOf,
      live,
      preview: previewPages({ storage, baseUrl }),
    }),
    { prefix: '/desk' },
  );
  await server.ready();
  const rooms = serveRooms(server.server, {
    newsroom,
    sessionOf,
    grantOf,
    baseUrl,
    onFault: (error) => log.warn({ err: error }, 'a draft’s room met a fault'),
  });
  const { headersTimeout: first, keepAliveTimeout: between } = server.server;
  const toStreams = liveWay({ hub, gate, headers: securityHeaders(baseUrl()) });
  const door = openDoor(server.server, [kept.answer, toStreams], { first, between });
  const queues = queuesOf(server.server);
  const closing = closingWell(server, door, queues);
  // One thread of a process looks after what others left.
  const stopResuming = options.ofProcess ? resumeByAndBy(library, clock) : () => undefined;
  const clerk = options.ofProcess
    ? openClerk({
        newsroom,
        contentAtHead: draftAtHead(storage),
        onFault: (error) => log.warn({ err: error }, 'what is due could not be published'),
      })
    : null;

  return {
    server,
    metrics,
    take: server.server,
    async listen(where) {
      // Fastify tells each thread's address at this level; the banner tells the server's once.
      const { level } = log;
      log.level = 'silent';
      await server.listen({ ...where, backlog: BACKLOG });
      log.level = level;
      const { port } = server.server.address() as AddressInfo;
      const further = Math.ceil(BACKLOG / WAIT_AT_ONE / config.workers) - 1;
      if (where.reusePort) await queues.open({ host: where.host, port, backlog: BACKLOG }, further);
      queues.bound(options.maxStreams + BESIDE_STREAMS);
      return port;
    },
    drain() {
      readiness.stopping = true;
      closing.drain();
    },
    async close() {
      readiness.stopping = true;
      // Readers who are told to come back come to another node.
      await closing.takeNoMore();
      hub.close();
      live.close();
      stopResuming();
      await clerk?.close();
      await rooms.close();
      await closing.close();
      await edge.close();
      await library.close();
      signIn.mail?.close();
      follower.close();
      await storage.close();
    },
  };
}

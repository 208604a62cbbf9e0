import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import v8 from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { MetricObject } from 'prom-client';
import { holdFolder, migrateStorage, openNewsroom, openWriter, withLibrary, type FolderLock } from './app.ts';
import { firstAdminLink } from './commands/people/first-admin.ts';
import { linkPath } from './commands/people/new-link.ts';
import type { Newsroom } from './commands/perform.ts';
import type { Config } from './config.ts';
import { migrateLater } from './migrate-later.ts';
import { createLog } from './ops/log.ts';
import { metricsText } from './ops/metrics.ts';
import { StartRefused, whyNotStarted } from './start-refused.ts';
import type { FromThread, ThreadSetting, ToThread } from './thread.ts';
import { BACKLOG } from './web/server.ts';
import { waitingRoom } from './web/waiting-room.ts';

/** Platforms where several threads can listen on one port (`SO_REUSEPORT` that spreads connections). */
const SHARES_PORTS = new Set(['linux', 'freebsd', 'dragonfly', 'sunos', 'aix']);

/** How long threads have to finish what was begun, ms. */
const STOP_WITHIN = 3000;

/** What a thread's heap has by itself, and what ten thousand readers bring with them, MB. */
const HEAP = 64;
const HEAP_OF_READERS = 96;

/**
 * How far a thread's heap may grow before it is collected whole, as an option of V8's. Left to itself V8 begins with less than ten
 * thousand readers take, and is collecting just when they have come. They are spread over the threads, and so is the room for them.
 */
export const heapOption = (threads: number): string =>
  `--initial-old-space-size=${HEAP + Math.ceil(HEAP_OF_READERS / threads)}`;

export type RunningServer = {
  /** Where it answers on this machine, `http://127.0.0.1:8080`. */
  address: string;
  /** What absolute URLs begin with. */
  baseUrl: string;
  /** Whether the sample story was opened in this start. */
  sampleOpened: boolean;
  /** Path of a link that makes the first admin; null where there is an admin. */
  firstAdmin: string | null;
  /** Rejects when a thread broke; never resolves before. */
  broken: Promise<never>;
  /** Serves on for as long as the settings say, while `/readyz` answers 503 and a balancer takes it out. */
  drain(): Promise<void>;
  /** Whether all that was begun could be finished in time; asked again, the same answer. */
  stop(): Promise<boolean>;
};

/** Starts everything a server is: the folder's lock, the schema, the writer's thread and the threads that answer. Throws `StartRefused`. */
export async function startServer(
  config: Config,
  { handOver = !SHARES_PORTS.has(process.platform) } = {},
): Promise<RunningServer> {
  const folder = await whyNotStarted(config, async () => holdFolder(config));
  if (folder.type === 'held') {
    const who = folder.pid === null ? 'Another server' : `Another server (process ${folder.pid})`;
    throw new StartRefused(
      `${who} holds the data folder ${config.dataDir}: stop it, or start this one with another DATA_DIR.`,
    );
  }
  try {
    return await startOn(config, folder, handOver);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function startOn(config: Config, folder: FolderLock, handOver: boolean): Promise<RunningServer> {
  // A port that the system chose could be given to another while nobody holds it: it is shared until the threads have it.
  const shared = config.port === 0 && SHARES_PORTS.has(process.platform);
  const room = await whyNotStarted(config, () => waitingRoom(config.host, config.port, shared));
  // There may be other nodes: as long as nothing listens here, a balancer asks those. A 503 it would hand to the reader.
  if (config.databaseUrl && !shared) await room.close();
  // Read as a thread is made, and by nothing that runs already.
  v8.setFlagsFromString(heapOption(config.workers));
  // They load while the database is made ready.
  const threads = Array.from({ length: config.workers }, startThread);
  let writer: Awaited<ReturnType<typeof openWriter>> = null;
  try {
    const { port } = room;
    const address = addressOf(config.host, port);
    const baseUrl = config.baseUrl ?? address;
    const { sampleOpened, firstAdmin, waiting } = await whyNotStarted(config, () => prepare(config));
    writer = await openWriter(config);
    const maxStreams = Math.ceil(config.maxStreams / config.workers);
    const opened = threads.map((thread, index) =>
      thread.open({ config, baseUrl, maxStreams, writer: writer?.port() ?? null, first: index === 0 }),
    );
    shareMetrics(threads);
    await Promise.all(opened);
    if (!shared) await room.close();
    const listen = { host: config.host, port };
    const acceptor = handOver ? await acceptFor(threads, { ...listen, reusePort: shared }) : null;
    if (!acceptor)
      await Promise.all(threads.map((thread) => thread.ask({ type: 'listen', ...listen }, 'listening')));
    if (shared) await room.close();
    folder.tell(baseUrl);
    const migrateNoMore = migrateLater(() => migrateStorage(config), waiting, createLog(config.logLevel));
    let stopped: Promise<boolean> | null = null;
    const stopAll = async (): Promise<boolean> => {
      migrateNoMore();
      acceptor?.close();
      const finished = await Promise.all(threads.map((thread) => thread.stop()));
      await writer?.close();
      folder.release();
      return finished.every(Boolean);
    };
    return {
      address,
      baseUrl,
      sampleOpened,
      firstAdmin,
      broken: Promise.race(threads.map((thread) => thread.broken)),
      async drain() {
        for (const { worker } of threads) worker.postMessage({ type: 'drain' } satisfies ToThread);
        await pause(config.drain * 1000);
      },
      stop: () => (stopped ??= stopAll()),
    };
  } catch (error) {
    await room.close();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
    await writer?.close();
    throw error;
  }
}

/** Where a server that listens on `host` is reached from this machine. */
function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

type Prepared = Pick<RunningServer, 'sampleOpened' | 'firstAdmin'> & { waiting: string[] };

/** Migrates, makes a way in where nobody could manage people, and gives an empty newsroom its sample story. */
async function prepare(config: Config): Promise<Prepared> {
  const { waiting } = await migrateStorage(config);
  await using newsroom = await openNewsroom(config);
  const token = await firstAdminLink(newsroom);
  // Awaited here: the newsroom is let go of at the end of this block.
  const sampleOpened = config.sample && (await openSample(config, newsroom));
  return { sampleOpened, firstAdmin: token === null ? null : linkPath(token), waiting };
}

/** Whether the newsroom was empty, and has its sample story now. */
async function openSample(config: Config, newsroom: Newsroom): Promise<boolean> {
  if ((await newsroom.storage.position()) > 0) return false;
  const { openSampleWhereEmpty } = await import('./sample/open-sample.ts');
  return withLibrary(config, newsroom, (library) =>
    openSampleWhereEmpty(newsroom, async (bytes) => {
      // A sample without its pictures is a sample still.
      const kept = await library.keep(bytes).catch(() => null);
      return kept?.type === 'kept' ? kept : null;
    }),
  );
}

type Thread = {
  worker: Worker;
  broken: Promise<never>;
  heard(type: FromThread['type']): Promise<FromThread>;
  open(setting: ThreadSetting): Promise<FromThread>;
  ask(message: ToThread, type: FromThread['type']): Promise<FromThread>;
  /** Whether it finished in time; else it was cut off. */
  stop(): Promise<boolean>;
};

function startThread(): Thread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url));
  const broken = new Promise<never>((_, reject) => worker.once('error', reject));
  // Whoever waits hears of it; a server that is being stopped need not.
  broken.catch(() => undefined);
  const heard = (type: FromThread['type']): Promise<FromThread> =>
    Promise.race([
      broken,
      new Promise<FromThread>((resolve) => {
        const listen = (message: FromThread): void => {
          if (message.type !== type) return;
          worker.off('message', listen);
          resolve(message);
        };
        worker.on('message', listen);
      }),
    ]);
  const ask = (message: ToThread, type: FromThread['type']): Promise<FromThread> => {
    const answer = heard(type);
    worker.postMessage(message);
    return answer;
  };
  return {
    worker,
    broken,
    heard,
    open(setting) {
      const answer = heard('opened');
      worker.postMessage(
        { type: 'open', setting } satisfies ToThread,
        setting.writer ? [setting.writer] : [],
      );
      return answer;
    },
    ask,
    async stop() {
      const late = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => late.resolve(false), STOP_WITHIN);
      // One that broke has nothing left to finish.
      const stopped = ask({ type: 'stop' }, 'stopped').then(
        () => true,
        () => true,
      );
      const finished = await Promise.race([stopped, late.promise]);
      clearTimeout(timer);
      await worker.terminate();
      return finished;
    },
  };
}

/** Any thread may be asked for `/metrics`: it is given the figures of all. */
function shareMetrics(threads: Thread[]): void {
  const measure = async ({ worker, heard }: Thread, id: number): Promise<MetricObject[]> => {
    const answer = heard('measured');
    worker.postMessage({ type: 'measure', id } satisfies ToThread);
    const message = await answer;
    return message.type === 'measured' ? message.figures : [];
  };
  for (const { worker } of threads) {
    worker.on('message', (message: FromThread) => {
      if (message.type !== 'ask-metrics') return;
      const { id } = message;
      const answer = async (): Promise<void> => {
        const figures = await Promise.all(threads.map((thread) => measure(thread, id)));
        worker.postMessage({ type: 'metrics', id, text: await metricsText(figures) } satisfies ToThread);
      };
      // A thread that breaks meanwhile ends the server, and this question with it.
      answer().catch(() => undefined);
    });
  }
}

/** Where ports cannot be shared, this thread accepts and hands each socket to the next in turn. */
async function acceptFor(
  threads: Thread[],
  listen: { host: string; port: number; reusePort: boolean },
): Promise<net.Server> {
  let turn = 0;
  const acceptor = net.createServer({ pauseOnConnect: true }, (socket) => {
    const { worker } = threads[turn++ % threads.length]!;
    worker.postMessage({ type: 'socket', socket } satisfies ToThread, [socket]);
  });
  acceptor.listen({ ...listen, backlog: BACKLOG });
  await once(acceptor, 'listening');
  return acceptor;
}

import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Socket } from 'node:net';
import type { MetricObject } from 'prom-client';
import { openStorage, openWebThread } from './app.ts';
import type { Config } from './config.ts';

/** Entry of a thread that answers requests. */
export type ThreadSetting = {
  config: Config;
  baseUrl: string;
  maxStreams: number;
  /** To the writer's thread; null on PostgreSQL. */
  writer: MessagePort | null;
  first: boolean;
};

export type ToThread =
  /** By `reusePort`; where the platform has none, sockets are handed over instead. */
  | { type: 'listen'; host: string; port: number }
  | { type: 'stop' }
  | { type: 'measure'; id: number }
  | { type: 'metrics'; id: number; text: string }
  | { type: 'socket'; socket: Socket };

export type FromThread =
  | { type: 'ready' }
  | { type: 'listening' }
  | { type: 'stopped' }
  | { type: 'measured'; id: number; figures: MetricObject[] }
  | { type: 'ask-metrics'; id: number };

const { config, baseUrl, maxStreams, writer, first } = workerData as ThreadSetting;
const say = (message: FromThread): void => parentPort!.postMessage(message);

const asked = new Map<number, (text: string) => void>();
const askMetrics = (): Promise<string> =>
  new Promise((resolve) => {
    const id = asked.size === 0 ? 1 : Math.max(...asked.keys()) + 1;
    asked.set(id, resolve);
    say({ type: 'ask-metrics', id });
  });

const storage = await openStorage(config, writer ? { writer } : {});
const thread = await openWebThread(config, {
  storage,
  maxStreams,
  baseUrl: () => baseUrl,
  allMetrics: askMetrics,
  ofProcess: first,
});

parentPort!.on('message', (message: ToThread) => {
  switch (message.type) {
    case 'listen':
      void thread
        .listen({ host: message.host, port: message.port, reusePort: true })
        .then(() => say({ type: 'listening' }));
      break;
    case 'stop':
      void thread.close().then(() => {
        say({ type: 'stopped' });
        parentPort!.close();
      });
      break;
    case 'measure':
      void thread.metrics.snapshot().then((figures) => say({ type: 'measured', id: message.id, figures }));
      break;
    case 'metrics':
      asked.get(message.id)?.(message.text);
      asked.delete(message.id);
      break;
    case 'socket':
      thread.take.emit('connection', message.socket);
      message.socket.resume();
      break;
  }
});

say({ type: 'ready' });

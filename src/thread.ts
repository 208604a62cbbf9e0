import { parentPort, type MessagePort } from 'node:worker_threads';
import type { Socket } from 'node:net';
import type { MetricObject } from 'prom-client';
import { openStorage } from './app.ts';
import { openWebThread, type WebThread } from './app-web.ts';
import type { Config } from './config.ts';

/** Entry of a thread that answers requests. It loads while the supervisor still makes ready, then opens when told to. */
export type ThreadSetting = {
  config: Config;
  baseUrl: string;
  maxStreams: number;
  /** To the writer's thread; null on PostgreSQL. */
  writer: MessagePort | null;
  /** Tells the process's own figures. */
  first: boolean;
};

export type ToThread =
  | { type: 'open'; setting: ThreadSetting }
  /** By `reusePort`; where the platform has none, sockets are handed over instead. */
  | { type: 'listen'; host: string; port: number }
  | { type: 'socket'; socket: Socket }
  | { type: 'measure'; id: number }
  | { type: 'metrics'; id: number; text: string }
  /** Goes on serving, and says that it will stop. */
  | { type: 'drain' }
  | { type: 'stop' };

export type FromThread =
  | { type: 'opened' }
  | { type: 'listening' }
  | { type: 'measured'; id: number; figures: MetricObject[] }
  | { type: 'ask-metrics'; id: number }
  | { type: 'stopped' };

const say = (message: FromThread): void => parentPort!.postMessage(message);

const asked = new Map<number, (text: string) => void>();
let questions = 0;
const askMetrics = (): Promise<string> =>
  new Promise((resolve) => {
    questions += 1;
    asked.set(questions, resolve);
    say({ type: 'ask-metrics', id: questions });
  });

let thread: WebThread | null = null;

async function open({ config, baseUrl, maxStreams, writer, first }: ThreadSetting): Promise<void> {
  const storage = await openStorage(config, writer ? { writer } : {});
  const serves = { storage, maxStreams, baseUrl: () => baseUrl, allMetrics: askMetrics, ofProcess: first };
  thread = await openWebThread(config, serves);
  say({ type: 'opened' });
}

async function hear(message: ToThread): Promise<void> {
  switch (message.type) {
    case 'open':
      return open(message.setting);
    case 'listen':
      await thread!.listen({ host: message.host, port: message.port, reusePort: true });
      return say({ type: 'listening' });
    case 'socket':
      thread!.take.emit('connection', message.socket);
      message.socket.resume();
      return;
    case 'measure':
      return say({ type: 'measured', id: message.id, figures: await thread!.metrics.snapshot() });
    case 'metrics':
      asked.get(message.id)?.(message.text);
      asked.delete(message.id);
      return;
    case 'drain':
      thread?.drain();
      return;
    case 'stop':
      await thread?.close();
      say({ type: 'stopped' });
      parentPort!.close();
  }
}

// What rejects here is a bug or a broken disk: it ends the thread, and with it the server.
parentPort!.on('message', (message: ToThread) => void hear(message));

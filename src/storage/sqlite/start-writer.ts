import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { busName, databaseFile } from './files.ts';
import { unavailable } from './writer-port.ts';
import type { WriterSetting } from './writer-thread.ts';

export type WriterThread = {
  /** A port for one more thread that wants to write. */
  port: () => MessagePort;
  /** Resolves when the thread has ended: with null when it was closed, with what broke it when it was not. */
  ended: Promise<Error | null>;
  close: () => Promise<void>;
};

/** Starts the writer's thread on a migrated data folder. Throws `StorageUnavailable` where the database cannot be opened. */
export async function startWriter(folder: string): Promise<WriterThread> {
  const setting: WriterSetting = { file: databaseFile(folder), busName: busName(folder) };
  const worker = new Worker(new URL('writer-thread.ts', import.meta.url), { workerData: setting });
  let broke: Error | null = null;
  worker.on('error', (error) => {
    broke = error instanceof Error ? error : new Error(String(error));
  });
  const ended = new Promise<Error | null>((resolve) => worker.once('exit', () => resolve(broke)));
  const ready = new Promise<null>((resolve) => worker.once('message', () => resolve(null)));
  const failure = await Promise.race([ready, ended]);
  if (failure) throw failure.name === 'StorageUnavailable' ? unavailable(failure) : failure;
  return {
    port() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ port: port1 }, [port1]);
      return port2;
    },
    ended,
    async close() {
      worker.postMessage('close');
      await ended;
    },
  };
}

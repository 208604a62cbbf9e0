import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { StorageUnavailable } from '../../domain/errors.ts';
import { threadBus } from '../bus.ts';
import type { WriteName } from '../engine.ts';
import { sqliteSql } from '../plan.ts';
import { connect } from './connection.ts';
import { keepWatch, write } from './writer.ts';

/** The one thread that writes: whoever wants to write hands it a port, and is answered in order. */
export type WriterSetting = { file: string; busName: string };
export type WriteRequest = { id: number; name: WriteName; args: unknown[] };
export type WriteReply =
  | { id: number; result: unknown }
  | { id: number; error: unknown; unavailable: boolean };

const { file, busName } = workerData as WriterSetting;
const connection = connect(file);
const sql = sqliteSql();
const bus = threadBus(busName);
const stopWatching = keepWatch(connection, bus);

function answer({ id, name, args }: WriteRequest, port: MessagePort): void {
  let wake: (() => void) | null = null;
  let reply: WriteReply;
  try {
    const written = write(connection, sql, bus, name, args);
    ({ wake } = written);
    reply = { id, result: written.result };
  } catch (error) {
    // A class of our own does not cross between threads.
    reply = { id, error, unavailable: error instanceof StorageUnavailable };
  }
  port.postMessage(reply);
  wake?.();
}

parentPort!.on('message', (message: { port: MessagePort } | 'close') => {
  if (message !== 'close') {
    const { port } = message;
    port.on('message', (request: WriteRequest) => answer(request, port));
    return;
  }
  stopWatching();
  connection.close();
  void bus.close();
  // Ports still open would keep the thread; what they carry now is refused by their closing.
  process.exit(0);
});
parentPort!.postMessage('ready');

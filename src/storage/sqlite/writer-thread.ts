import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { StorageUnavailable } from '../../domain/errors.ts';
import { threadBus } from '../bus.ts';
import type { WriteName } from '../engine.ts';
import { sqliteSql } from '../plan.ts';
import { connect } from './connection.ts';
import { watchOtherProcesses, writeAndWake } from './writer.ts';

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
const stopWatching = watchOtherProcesses(connection, bus);

function answer({ id, name, args }: WriteRequest): WriteReply {
  try {
    return { id, result: writeAndWake(connection, sql, bus, name, args) };
  } catch (error) {
    // A class of our own does not cross between threads.
    return { id, error, unavailable: error instanceof StorageUnavailable };
  }
}

parentPort!.on('message', (message: { port: MessagePort } | 'close') => {
  if (message !== 'close') {
    const { port } = message;
    port.on('message', (request: WriteRequest) => port.postMessage(answer(request)));
    return;
  }
  stopWatching();
  connection.close();
  void bus.close();
  // Ports still open would keep the thread; what they carry now is refused by their closing.
  process.exit(0);
});
parentPort!.postMessage('ready');

import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { StorageUnavailable } from '../../domain/errors.ts';
import { threadBus } from '../bus.ts';
import { storageOf, type WriteName } from '../engine.ts';
import { migrate, migrationsFor } from '../migrations.ts';
import { sqliteSql } from '../plan.ts';
import type { Storage } from '../storage.ts';
import { connect } from './connection.ts';
import { migratable } from './migratable.ts';
import type { WriteReply, WriterSetting } from './writer-thread.ts';
import { watchOtherProcesses, writeAndWake } from './writer.ts';

export const databaseFile = (folder: string): string => path.join(folder, 'writethru.db');

const busName = (folder: string): string => fs.realpathSync(folder);

/** Brings the database in a data folder up to date; how many scripts were run. Throws `NewerSchema`. */
export async function migrateSqlite(folder: string): Promise<number> {
  const connection = connect(databaseFile(folder));
  try {
    return await migrate(migratable(connection, sqliteSql()), migrationsFor('sqlite'));
  } finally {
    connection.close();
  }
}

/** Reads and writes on this thread: for CLI commands, tests and a server of one thread (`watch`). */
export function openSqlite(folder: string, { watch = false } = {}): Storage {
  const file = databaseFile(folder);
  const sql = sqliteSql();
  const connection = connect(file);
  const reader = connect(file, { readOnly: true });
  const bus = threadBus(busName(folder));
  const stopWatching = watch ? watchOtherProcesses(connection, bus) : () => undefined;
  return storageOf({
    name: 'sqlite',
    sql,
    bus,
    read: async (plan) => reader.read(plan),
    write: async (name, args) => writeAndWake(connection, sql, bus, name, args),
    async close() {
      stopWatching();
      await bus.close();
      reader.close();
      connection.close();
    },
  });
}

/** Reads on this thread, writes through the writer's. */
export function openSqliteBesideWriter(folder: string, port: MessagePort): Storage {
  const sql = sqliteSql();
  const reader = connect(databaseFile(folder), { readOnly: true });
  const bus = threadBus(busName(folder));
  const writer = writerAt(port);
  return storageOf({
    name: 'sqlite',
    sql,
    bus,
    read: async (plan) => reader.read(plan),
    write: writer.write,
    async close() {
      port.close();
      await bus.close();
      reader.close();
    },
  });
}

function writerAt(port: MessagePort): { write(name: WriteName, args: unknown[]): Promise<unknown> } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  port.on('message', ({ id, result, error }: WriteReply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (!error) asked?.resolve(result);
    else asked?.reject(error.unavailable ? new StorageUnavailable(error.message) : new Error(error.message));
  });
  port.on('close', () => {
    for (const asked of waiting.values()) asked.reject(new StorageUnavailable('the server is stopping'));
    waiting.clear();
  });
  return {
    write(name, args) {
      const asked = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, asked);
      port.postMessage({ id: last, name, args });
      return asked.promise;
    },
  };
}

export type WriterThread = {
  /** A port for one more thread that wants to write. */
  port(): MessagePort;
  close(): Promise<void>;
};

/** Starts the writer's thread on a migrated data folder. */
export async function startWriter(folder: string): Promise<WriterThread> {
  const setting: WriterSetting = { file: databaseFile(folder), busName: busName(folder) };
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: setting });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  return {
    port() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ port: port1 }, [port1]);
      return port2;
    },
    close: () =>
      new Promise((resolve) => {
        worker.once('exit', () => resolve());
        worker.postMessage('close');
      }),
  };
}

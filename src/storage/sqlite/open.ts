import { setImmediate as immediate } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { threadBus } from '../bus.ts';
import { storageOf } from '../engine.ts';
import { fillFound, fillsFound, leftToFind } from '../find/fill.ts';
import { migrate, migrationsFor, type Migrated } from '../migrations.ts';
import { sqliteSql } from '../plan.ts';
import type { Storage } from '../storage.ts';
import { connect, type Connection } from './connection.ts';
import { busName, databaseFile } from './files.ts';
import { migratable } from './migratable.ts';
import { writerAt } from './writer-port.ts';
import { keepWatch, write } from './writer.ts';

export { databaseFile } from './files.ts';
export { startWriter, type WriterThread } from './start-writer.ts';

/** Brings the database in a data folder up to date. Throws `NewerSchema`. */
export async function migrateSqlite(folder: string, migrations = migrationsFor('sqlite')): Promise<Migrated> {
  const connection = connect(databaseFile(folder));
  try {
    const migrated = await migrate(migratable(connection, folder), migrations);
    if (fillsFound(migrations)) await fill(connection);
    return migrated;
  } finally {
    connection.close();
  }
}

/** Takes in, a slice a transaction, what was written before there was search. */
async function fill(connection: Connection): Promise<void> {
  const sql = sqliteSql();
  while (connection.read(leftToFind(sql))) {
    connection.write(fillFound(sql));
    await immediate();
  }
}

/** Reads and writes on this thread: for CLI commands, tests and a server of one thread (`watch`). */
export function openSqlite(folder: string, { watch = false } = {}): Storage {
  const file = databaseFile(folder);
  const sql = sqliteSql();
  const connection = connect(file);
  const reader = connect(file, { readOnly: true });
  const bus = threadBus(busName(folder));
  const stopWatching = watch ? keepWatch(connection, bus) : () => undefined;
  return storageOf({
    name: 'sqlite',
    sql,
    bus,
    read: async (plan) => reader.read(plan),
    stamp: reader.dataVersion,
    async write(name, args) {
      const { result, wake } = write(connection, sql, bus, name, args);
      wake();
      return result;
    },
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
  const reader = connect(databaseFile(folder), { readOnly: true });
  const bus = threadBus(busName(folder));
  const writer = writerAt(port);
  return storageOf({
    name: 'sqlite',
    sql: sqliteSql(),
    bus,
    read: async (plan) => reader.read(plan),
    stamp: reader.dataVersion,
    write: writer.write,
    async close() {
      writer.close();
      await bus.close();
      reader.close();
    },
  });
}

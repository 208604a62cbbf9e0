import fs from 'node:fs';
import path from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import type { Newsroom } from './commands/perform.ts';
import type { Config } from './config.ts';
import { systemClock, type Clock } from './domain/time.ts';
import { migratePostgres, openPostgres } from './storage/postgres/open.ts';
import { settableClock, type SettableClock } from './storage/settable-clock.ts';
import {
  addressOfServerOn,
  lockFolder,
  type FolderHeld,
  type FolderLock,
} from './storage/sqlite/folder-lock.ts';
import {
  migrateSqlite,
  openSqlite,
  openSqliteBesideWriter,
  startWriter,
  type WriterThread,
} from './storage/sqlite/open.ts';
import { openBlobs } from './media/open-blobs.ts';
import type { Library } from './media/library.ts';
import type { Blobs } from './media/blobs/blobs.ts';
import type { Migrated } from './storage/migrations.ts';
import type { Storage } from './storage/storage.ts';

export type { FolderLock };

/** Brings the database up to date, but for what has to wait for older nodes; makes the data folder where there is none. Throws `NewerSchema`. */
export async function migrateStorage(config: Config): Promise<Migrated> {
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
    ? { type: 'locked', tell: () => undefined, release: () => undefined }
    : lockFolder(path.resolve(config.dataDir));
}

/** Where the server that runs on the same data folder is read; null where none does. */
export function runningServer(config: Config): string | null {
  return config.databaseUrl ? null : addressOfServerOn(path.resolve(config.dataDir));
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

/** Where pictures are kept: an S3-compatible store, or a folder beside the database. */
export function openPictures({ s3, dataDir }: Config): Blobs {
  return openBlobs(s3 ? { s3 } : { folder: path.resolve(dataDir, 'media') });
}

/** The newsroom's pictures, for a command or a start: what is not made at once is left to the server. */
export async function withLibrary<T>(
  config: Config,
  newsroom: Newsroom,
  work: (library: Library) => Promise<T>,
): Promise<T> {
  // Commands that touch no picture do not load what it takes.
  const { openLibrary } = await import('./media/library.ts');
  const library = openLibrary({ newsroom, blobs: openPictures(config), onFault: () => undefined });
  try {
    return await work(library);
  } finally {
    await library.close();
  }
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

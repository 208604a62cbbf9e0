import { openPostgres, migratePostgres } from '../../src/storage/postgres/open.ts';
import { openSqlite } from '../../src/storage/sqlite/open.ts';
import { newsroomOnSqlite, type TestNewsroom } from './newsroom.ts';
import { freshDatabase } from './postgres.ts';

/** One newsroom as two threads or nodes have it, each by a handle of its own. */
export type TwoThreads = AsyncDisposable & { one: TestNewsroom; other: TestNewsroom };

async function onSqlite(): Promise<TwoThreads> {
  const one = await newsroomOnSqlite();
  const storage = openSqlite(one.folder);
  return {
    one,
    other: { ...one, storage },
    async [Symbol.asyncDispose]() {
      await storage.close();
      await one[Symbol.asyncDispose]();
    },
  };
}

async function onPostgres(): Promise<TwoThreads> {
  const database = await freshDatabase();
  await migratePostgres(database.url);
  const sqlite = await newsroomOnSqlite();
  const [here, there] = [await openPostgres(database.url), await openPostgres(database.url)];
  return {
    one: { ...sqlite, storage: here },
    other: { ...sqlite, storage: there },
    async [Symbol.asyncDispose]() {
      await here.close();
      await there.close();
      await sqlite[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** How two threads, or two nodes, share a newsroom: each test runs with both. */
export const TWO_THREADS = [
  { how: 'two threads on SQLite', open: onSqlite },
  { how: 'two nodes on PostgreSQL', open: onPostgres },
];

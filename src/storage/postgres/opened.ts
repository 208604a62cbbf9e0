import { Client } from 'pg';
import type { Unmigrated } from '../contract/migrations.ts';
import type { Opened } from '../contract/opened.ts';
import type { Storage } from '../storage.ts';
import { migratePostgres, openPostgres } from './open.ts';

/** A database of the test's own. */
type FreshDatabase = AsyncDisposable & { url: string };

/** For tests: storage on an empty database, which is given up when disposed of. */
export async function openedOn(database: FreshDatabase): Promise<Opened & { url: string }> {
  const { url } = database;
  await migratePostgres(url);
  const handles: Storage[] = [];
  const tamperer = new Client({ connectionString: url });
  tamperer.on('error', () => undefined);
  await tamperer.connect();
  const another = async (): Promise<Storage> => {
    const handle = await openPostgres(url);
    handles.push(handle);
    return handle;
  };
  return {
    url,
    storage: await another(),
    another,
    execute: async (statement) => (await tamperer.query<Record<string, unknown>>(statement)).rows,
    async [Symbol.asyncDispose]() {
      await tamperer.end();
      for (const handle of handles) await handle.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

export async function unmigratedOn(database: FreshDatabase): Promise<Unmigrated> {
  return {
    migrate: (migrations) => migratePostgres(database.url, migrations),
    execute: (statement) => executed(database.url, statement),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

export async function executed(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

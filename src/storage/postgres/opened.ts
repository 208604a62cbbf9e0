import { Client } from 'pg';
import type { Unmigrated } from '../contract/migrations.ts';
import { openedAt, type Home, type Opened } from '../contract/opened.ts';
import { migratePostgres, openPostgres } from './open.ts';

/** A database of the test's own. */
type FreshDatabase = AsyncDisposable & { url: string };

/** For tests: storage on an empty database, which is given up when disposed of. */
export async function openedOn(database: FreshDatabase): Promise<Opened & { url: string }> {
  return { url: database.url, ...(await openedAt(await homeOn(database))) };
}

export async function homeOn(database: FreshDatabase): Promise<Home> {
  const { url } = database;
  await migratePostgres(url);
  const tamperer = new Client({ connectionString: url });
  tamperer.on('error', () => undefined);
  await tamperer.connect();
  return {
    open: () => openPostgres(url),
    execute: async (statement) => (await tamperer.query<Record<string, unknown>>(statement)).rows,
    async end() {
      await tamperer.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

export async function unmigratedOn(database: FreshDatabase): Promise<Unmigrated> {
  return {
    migrate: async (migrations) => (await migratePostgres(database.url, migrations)).applied,
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

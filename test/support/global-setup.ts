import { startPostgres, type PostgresServer } from './postgres.ts';

/** Once for a whole run of tests: one real PostgreSQL, unless TEST_DATABASE_URL names one. */
let server: PostgresServer | undefined;

export async function globalSetup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  server = await startPostgres();
  process.env['TEST_DATABASE_URL'] = server.url;
}

export async function globalTeardown(): Promise<void> {
  await server?.[Symbol.asyncDispose]();
}

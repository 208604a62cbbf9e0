import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase, startPostgres } from './postgres.ts';

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test('a test gets an empty database of its own, and it is gone afterwards', async () => {
  const first = await freshDatabase();
  await using second = await freshDatabase();
  await ask(first.url, 'CREATE TABLE mine (id integer)');
  await assert.rejects(ask(second.url, 'SELECT * FROM mine'), /does not exist/);
  await first[Symbol.asyncDispose]();
  await assert.rejects(ask(first.url, 'SELECT 1'), /does not exist/);
});

test('a server of one’s own can be taken away and comes back with what it held', async () => {
  await using server = await startPostgres();
  await ask(server.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  await server.stop();
  await assert.rejects(ask(server.url, 'SELECT 1'), /ECONNREFUSED/);
  await server.start();
  assert.deepEqual(await ask(server.url, 'SELECT n FROM kept'), [{ n: 7 }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { eventually } from '../../../test/support/eventually.ts';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { StorageUnavailable } from '../../domain/errors.ts';
import { migrationsFor, NewerSchema, type Migration, type Phase } from '../migrations.ts';
import { migratePostgres, openPostgres } from './open.ts';
import { executed } from './opened.ts';

const script = (version: number, phase: Phase, sql: string): Migration => ({
  version,
  name: `000${version}-test.sql`,
  phase,
  sql,
});

const FIRST = script(1, 'expand', 'CREATE TABLE pages (n integer, words text)');
const EXPAND = script(2, 'expand', 'ALTER TABLE pages ADD COLUMN text text');
const CONTRACT = script(3, 'contract', 'ALTER TABLE pages DROP COLUMN words');
const LATER = script(4, 'expand', 'CREATE TABLE more (n integer)');

const noMore = (error: NewerSchema): void => assert.fail(error);

/** A program that knows the schema up to a version runs on the database. */
const running = (url: string, known: number, onOutgrown: (error: NewerSchema) => void = noMore) =>
  openPostgres(url, { known, onOutgrown });

test('while an older program runs a database is expanded, and that one goes on and may start again', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  await migratePostgres(url, [FIRST]);
  const older = await running(url, 1);
  assert.deepEqual(await migratePostgres(url, [FIRST, EXPAND]), { applied: 1, waiting: [] });
  await older.close();
  assert.deepEqual(await migratePostgres(url, [FIRST]), { applied: 0, waiting: [] });
  await (await running(url, 1)).close();
});

test('what an older program cannot live with waits until the last one is gone; then it cannot start any more', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  const all = [FIRST, EXPAND, CONTRACT];
  await migratePostgres(url, [FIRST]);
  const older = [await running(url, 1), await running(url, 2)];
  assert.deepEqual(await migratePostgres(url, all), { applied: 1, waiting: [CONTRACT.name] });
  const newer = await running(url, 3);
  for (const each of older) {
    assert.deepEqual(await migratePostgres(url, all), { applied: 0, waiting: [CONTRACT.name] });
    assert.equal((await executed(url, 'SELECT words FROM pages')).length, 0);
    await each.close();
  }
  // The server notices that a session is over a moment after we do.
  await eventually(async () => (await migratePostgres(url, all)).applied === 1);
  assert.deepEqual(await migratePostgres(url, all), { applied: 0, waiting: [] });
  await assert.rejects(executed(url, 'SELECT words FROM pages'), /words/);
  await assert.rejects(running(url, 2), NewerSchema);
  await assert.rejects(migratePostgres(url, [FIRST, EXPAND]), /version 3, this Writethru knows 2/);
  await newer.close();
});

test('nothing overtakes a script that waits: who needs one behind it is told what to stop', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  await migratePostgres(url, [FIRST, EXPAND]);
  const older = await running(url, 2);
  const refused: unknown = await migratePostgres(url, [FIRST, EXPAND, CONTRACT, LATER]).catch(
    (e: unknown) => e,
  );
  assert.ok(refused instanceof StorageUnavailable);
  assert.match(refused.message, /0003-test\.sql waits for older versions .* 0004-test\.sql .*: stop them/);
  await older.close();
  await eventually(async () => {
    const migrated = await migratePostgres(url, [FIRST, EXPAND, CONTRACT, LATER]).catch(() => null);
    return migrated?.applied === 2;
  });
});

test('an older program whose line was lost while the schema went past it hears of it when it is back', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  await migratePostgres(url, [FIRST, EXPAND]);
  const outgrown = Promise.withResolvers<NewerSchema>();
  // By two hosts: that one refused it is no reason to ask the other.
  const { host } = new URL(url);
  const older = await running(url.replace(host, `${host},${host}`), 2, outgrown.resolve);
  const holder = new Client({ connectionString: url });
  await holder.connect();
  // Held, so that it cannot be back before the script has been run.
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE');
  await holder.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'writethru listener'`);
  await holder.query(`${CONTRACT.sql}; UPDATE schema_version SET version = 3, oldest = 3`);
  await holder.query('COMMIT');
  assert.match((await outgrown.promise).message, /version 3, this Writethru knows 2/);
  await holder.end();
  await older.close();
});

test('a script waits for a table that a backup holds, and readers pass it meanwhile', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  await migratePostgres(url, [FIRST]);
  const backup = new Client({ connectionString: url });
  await backup.connect();
  await backup.query('BEGIN');
  await backup.query('SELECT * FROM pages');
  const migrated = migratePostgres(url, [FIRST, EXPAND]);
  const inLine = `SELECT FROM pg_locks WHERE NOT granted AND relation = 'pages'::regclass`;
  for (const _ of ['once', 'and again']) {
    await eventually(async () => (await executed(url, inLine)).length === 1);
    assert.deepEqual(await executed(url, 'SELECT * FROM pages'), []);
  }
  await backup.query('COMMIT');
  assert.deepEqual(await migrated, { applied: 1, waiting: [] });
  await backup.end();
});

const told = (engine: 'sqlite' | 'postgres') =>
  migrationsFor(engine).map(({ name, phase }) => [name, phase ?? 'none']);

test('every script says how it goes along with the version before it, the same in both engines', () => {
  assert.deepEqual(told('postgres'), told('sqlite'));
  // Those up to the twelfth are older than the first release: no node of a version before one ever ran beside it.
  const without = told('postgres').filter(([, phase]) => phase === 'none');
  assert.deepEqual(
    without.map(([name]) => Number.parseInt(name!, 10)),
    Array.from({ length: 12 }, (_, before) => before + 1),
  );
});

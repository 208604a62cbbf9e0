import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../../../test/support/eventually.ts';
import { freePort } from '../../../test/support/free-port.ts';
import { freshDatabase, startPostgres } from '../../../test/support/postgres.ts';
import { StorageUnavailable } from '../../domain/errors.ts';
import { aStory, commit, opening, posting } from '../contract/telling.ts';
import { urlsIn } from './hosts.ts';
import { migratePostgres, openPostgres } from './open.ts';
import { executed } from './opened.ts';

/** One address for two servers: the same name, password and database on each. */
function together(first: string, second: string): string {
  const [one, other] = [new URL(first), new URL(second)];
  return first.replace(one.host, `${one.host},${other.host}`);
}

test('an address of several hosts is an address for each; one of a single host stays as it is', () => {
  assert.deepEqual(urlsIn('postgres://w:p@one:5432,other,[::1]:7/news?ssl=true'), [
    'postgres://w:p@one:5432/news?ssl=true',
    'postgres://w:p@other/news?ssl=true',
    'postgres://w:p@[::1]:7/news?ssl=true',
  ]);
  for (const one of ['postgres://w:a,b@one/news', 'postgres:///news', 'postgres://one/news?options=a,b'])
    assert.deepEqual(urlsIn(one), [one]);
});

test('a newsroom whose first server is not there lives on the second', async () => {
  await using database = await freshDatabase();
  const gone = new URL(database.url);
  gone.port = String(await freePort());
  const address = together(gone.href, database.url);
  await migratePostgres(address);
  const storage = await openPostgres(address);
  await commit(storage, aStory(), [opening('bridge')]);
  assert.equal(await storage.position(), 1);
  await storage.close();
});

test('where no server can be used, what each says is told, without the password', async () => {
  await using database = await freshDatabase();
  await readOnly(database.url, 'on');
  const gone = new URL(database.url);
  gone.port = String(await freePort());
  const refused: unknown = await openPostgres(together(gone.href, database.url)).catch((e: unknown) => e);
  assert.ok(refused instanceof StorageUnavailable);
  assert.match(refused.message, /127\.0\.0\.1:\d+: .*ECONNREFUSED.*; 127\.0\.0\.1:\d+: it takes no writes/);
  assert.ok(!refused.message.includes(gone.password));
});

test('when the server that was written to only reads from now on, the other one is written to', async () => {
  await using first = await freshDatabase();
  await using other = await startPostgres();
  const { pathname, password } = new URL(first.url);
  await executed(other.url, `CREATE DATABASE ${pathname.slice(1)} ENCODING 'UTF8' TEMPLATE template0`);
  await executed(other.url, `ALTER USER postgres PASSWORD '${password}'`);
  const second = new URL(other.url);
  Object.assign(second, { pathname, password });
  await migratePostgres(first.url);
  await migratePostgres(second.href);
  const storage = await openPostgres(together(first.url, second.href));
  const told = await commit(storage, aStory(), [opening('bridge')]);
  await readOnly(first.url, 'on');
  // As when a server is started again as a replica: its connections are gone.
  await executed(
    first.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  // One that was cut may fail once more before the pool knows of it.
  await eventually(() => commit(storage, aStory(), [opening('elsewhere')]).then(...YES_OR_NO));
  const [{ n } = { n: 0 }] = await executed(second.href, 'SELECT count(*)::int AS n FROM stories');
  assert.equal(n, 1);
  await assert.rejects(commit(storage, told, [posting('It was written there.')]));
  await storage.close();
});

const YES_OR_NO = [() => true, () => false] as const;

const readOnly = (url: string, setting: 'on' | 'off') =>
  executed(
    url,
    `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = ${setting}`,
  );

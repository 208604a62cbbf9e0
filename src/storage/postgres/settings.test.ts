import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { StorageUnavailable } from '../../domain/errors.ts';
import { aStory, commit, opening, posting, tell } from '../contract/telling.ts';
import { migratePostgres, openPostgres } from './open.ts';
import { executed, openedOn } from './opened.ts';

/** Applies to every connection made from now on. */
async function setOnDatabase(url: string, setting: string): Promise<void> {
  await executed(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET ${setting}`);
}

test('text sorts as in SQLite, whatever language the database sorts in', async () => {
  await using opened = await openedOn(await freshDatabase());
  const words = ['a', 'B', 'c', 'Z', 'é', '-', '_', '1'];
  const values = words.map((word) => `('${word}', 'x')`).join(', ');
  await opened.execute(`INSERT INTO slugs VALUES ${values}`);
  const slugs = (await opened.storage.rowsOf('x')).slugs.map((row) => row.slug);
  assert.deepEqual(slugs, ['-', '1', 'B', 'Z', '_', 'a', 'c', 'é']);
});

test('a server set to answer before its disk does is made to wait for it', async () => {
  await using opened = await openedOn(await freshDatabase());
  await setOnDatabase(opened.url, 'synchronous_commit = off');
  const storage = await openPostgres(opened.url);
  await opened.execute(`CREATE TABLE seen (setting text);
    CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$;
    CREATE TRIGGER see AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION see()`);
  await commit(storage, aStory(), [opening('bridge')]);
  assert.deepEqual(await opened.execute('SELECT setting FROM seen'), [{ setting: 'on' }]);
  await storage.close();
});

test('a server whose transactions see one snapshot by default still gives each commit its turn', async () => {
  await using opened = await openedOn(await freshDatabase());
  await setOnDatabase(opened.url, `default_transaction_isolation = 'serializable'`);
  const nodes = [await openPostgres(opened.url), await openPostgres(opened.url)];
  const opening50 = Array.from({ length: 50 }, (_, index) =>
    commit(nodes[index % 2]!, aStory(), [opening(`story-${index}`)]),
  );
  await Promise.all(opening50);
  assert.equal(await nodes[0]!.position(), 50);
  for (const node of nodes) await node.close();
});

test('a database that may only be read is read, and refuses to be written', async () => {
  await using opened = await openedOn(await freshDatabase());
  const told = await commit(opened.storage, aStory(), [opening('bridge')]);
  await setOnDatabase(opened.url, 'default_transaction_read_only = on');
  const storage = await openPostgres(opened.url);
  const { told: _, ...change } = tell(told, [posting('One.')]);
  await assert.rejects(storage.commit(change), StorageUnavailable);
  assert.equal((await storage.findStory({ slug: 'bridge' }))?.seq, 1);
  await storage.close();
});

test('a database that cannot hold every script of the world is refused, with what to do', async () => {
  await using database = await freshDatabase();
  const name = `${new URL(database.url).pathname.slice(1)}_latin`;
  await executed(
    database.url,
    `CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
  );
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  await assert.rejects(migratePostgres(url.href), /LATIN1: create one with ENCODING 'UTF8'/);
  await executed(database.url, `DROP DATABASE ${name}`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../test/support/postgres.ts';
import { migrateLater } from './migrate-later.ts';
import type { Migration, Phase } from './storage/migrations.ts';
import { migratePostgres, openPostgres } from './storage/postgres/open.ts';
import { executed } from './storage/postgres/opened.ts';

const script = (version: number, phase: Phase, sql: string): Migration => {
  return { version, name: `000${version}-test.sql`, phase, sql };
};

test('a node that started beside an older one contracts once that is gone, and then looks no more', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  const before = [script(1, 'expand', 'CREATE TABLE pages (n integer, words text)')];
  const all = [...before, script(2, 'contract', 'ALTER TABLE pages DROP COLUMN words')];
  await migratePostgres(url, before);
  const older = await openPostgres(url, { known: 1, onOutgrown: (error) => assert.fail(error) });
  const { waiting } = await migratePostgres(url, all);
  const looked = Promise.withResolvers<void>();
  const contracted = Promise.withResolvers<object>();
  const migrate = async () => {
    const migrated = await migratePostgres(url, all);
    looked.resolve();
    return migrated;
  };
  const log = {
    info(told: object, words: string) {
      if (/were run/.test(words)) contracted.resolve(told);
    },
    warn: (told: object) => assert.fail(JSON.stringify(told)),
  };
  const stop = migrateLater(migrate, waiting, log, 20);
  await looked.promise;
  assert.equal(
    (await executed(url, 'SELECT words FROM pages')).length,
    0,
    'it is there as long as it is used',
  );
  await older.close();
  assert.deepEqual(await contracted.promise, { left: [] });
  await assert.rejects(executed(url, 'SELECT words FROM pages'), /words/);
  stop();
});

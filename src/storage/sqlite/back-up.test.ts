import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { termsOf } from '../../domain/find/sought.ts';
import { aStory, commit, opening, posting, text } from '../contract/telling.ts';
import { migrationsFor, type Migration } from '../migrations.ts';
import { backUp, backupFolder } from './back-up.ts';
import { databaseFile, migrateSqlite, openSqlite } from './open.ts';
import { aFolder } from './opened.ts';

const copiesIn = (folder: string): string[] =>
  fs.existsSync(backupFolder(folder)) ? fs.readdirSync(backupFolder(folder)).toSorted() : [];

const adding = (version: number): Migration => ({
  version,
  name: `${version}-more.sql`,
  sql: `CREATE TABLE more_${version} (n INTEGER)`,
});

test('a database with stories is copied before a script changes it; the last three copies are kept', async () => {
  using home = aFolder();
  const { folder } = home;
  const scripts = migrationsFor('sqlite');
  const last = scripts.at(-1)!.version;
  await migrateSqlite(folder);
  await migrateSqlite(folder, [...scripts, adding(last + 1)]);
  assert.deepEqual(copiesIn(folder), [], 'an empty newsroom has nothing to lose');
  const storage = openSqlite(folder);
  await commit(storage, aStory(), [opening('bridge'), posting('One.')]);
  await storage.close();
  const more = [1, 2, 3, 4, 5].map((n) => adding(last + n));
  await migrateSqlite(folder, [...scripts, ...more.slice(0, 3)]);
  const copy = path.join(backupFolder(folder), `before-${last + 2}.db`);
  assert.deepEqual(copiesIn(folder), [path.basename(copy)], 'one copy before both scripts');
  const kept = new DatabaseSync(copy, { readOnly: true });
  assert.equal(kept.prepare('SELECT count(*) n FROM updates').get()?.['n'], 1);
  assert.equal(kept.prepare('PRAGMA user_version').get()?.['user_version'], last + 1);
  kept.close();
  await migrateSqlite(folder, [...scripts, ...more.slice(0, 3)]);
  assert.equal(copiesIn(folder).length, 1, 'nothing to run, nothing to copy');
  for (const version of [97, 98, 99]) backUp(folder, version);
  assert.deepEqual(copiesIn(folder), ['before-97.db', 'before-98.db', 'before-99.db']);
});

test('where the copy cannot be made, nothing is migrated', async () => {
  using home = aFolder();
  const { folder } = home;
  const scripts = migrationsFor('sqlite');
  const last = scripts.at(-1)!.version;
  await migrateSqlite(folder);
  const storage = openSqlite(folder);
  await commit(storage, aStory(), [opening('bridge')]);
  await storage.close();
  fs.writeFileSync(backupFolder(folder), 'a file where the folder should be');
  await assert.rejects(migrateSqlite(folder, [...scripts, adding(last + 1)]), /EEXIST|ENOTDIR/);
  assert.equal((await migrateSqlite(folder)).applied, 0, 'the schema is as it was');
});

test('what was written before there was search is taken in at the next start, also when it was broken off', async () => {
  using home = aFolder();
  const { folder } = home;
  const scripts = migrationsFor('sqlite');
  await migrateSqlite(folder);
  const storage = openSqlite(folder);
  const wrong = posting('A wrong line.', { author: 'Ines Okafor' });
  const lines = Array.from({ length: 250 }, (_, n) => posting(`Line ${n}.`, { author: 'Ines Okafor' }));
  const { storyId } = await commit(storage, aStory(), [
    opening('long', { lead: text('A long night.') }),
    wrong,
    ...lines,
    { kind: 'retraction', updateId: wrong.updateId, reason: 'Not so.' },
  ]);
  await storage.close();
  asBeforeSearch(folder, 60);
  assert.equal((await migrateSqlite(folder, scripts)).applied, 0);
  const again = openSqlite(folder);
  const found = await again.search({ terms: termsOf('line'), limit: 500, cursor: null });
  assert.deepEqual(
    found.hits.map(({ update }) => update?.seq),
    Array.from({ length: 250 }, (_, n) => 252 - n),
  );
  assert.equal((await again.search({ terms: termsOf('night'), limit: 5, cursor: null })).hits.length, 1);
  const { names } = (await again.snapshot(storyId, { order: 'newest', limit: 0, names: true }))!;
  assert.deepEqual(names?.authors, [{ key: 'Ines Okafor', name: 'Ines Okafor', updates: 250 }]);
  await again.close();
});

/** Takes away what later updates are found by, as if a filling had come as far as a seq. */
function asBeforeSearch(folder: string, seq: number): void {
  const db = new DatabaseSync(databaseFile(folder));
  db.exec(`
    DELETE FROM findable_words WHERE rowid IN (SELECT place FROM findable WHERE seq > ${seq});
    UPDATE story_names SET updates = updates - (SELECT count(*) FROM findable WHERE seq > ${seq});
    DELETE FROM findable WHERE seq > ${seq};
    INSERT INTO to_be_found SELECT id, ${seq} FROM stories;
  `);
  db.close();
}

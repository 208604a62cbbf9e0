import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { StorageUnavailable } from '../../domain/errors.ts';
import { commitPlan } from '../commit.ts';
import { aStory, commit, opening, posting, tell } from '../contract/telling.ts';
import { sqliteSql } from '../plan.ts';
import { readingPlans } from '../readings.ts';
import { connect } from './connection.ts';
import { databaseFile, migrateSqlite, openSqlite } from './open.ts';
import { aFolder } from './opened.ts';

const sql = sqliteSql();

test('a commit is on disk before it is answered', async () => {
  using home = aFolder();
  const connection = connect(databaseFile(home.folder));
  const settings = connection.alter((db) => [
    db.prepare('PRAGMA journal_mode').get()?.['journal_mode'],
    db.prepare('PRAGMA synchronous').get()?.['synchronous'],
  ]);
  assert.deepEqual(settings, ['wal', 2], 'write-ahead log, FULL sync');
  connection.close();
});

test('a full disk refuses the commit whole; what was there can be read, and there is room again later', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const connection = connect(databaseFile(home.folder));
  const { told, ...change } = tell(aStory(), [opening('bridge')]);
  connection.write(commitPlan(sql, change));
  const pages = connection.alter((db) => Number(db.prepare('PRAGMA page_count').get()?.['page_count']));
  connection.alter((db) => db.exec(`PRAGMA max_page_count = ${pages + 2}`));
  const { told: _, ...more } = tell(told, [posting('Small.'), posting('x'.repeat(100_000))]);
  assert.throws(
    () => connection.write(commitPlan(sql, more)),
    (error) => {
      assert.ok(error instanceof StorageUnavailable);
      assert.match(error.message, /the disk is full/);
      return true;
    },
  );
  assert.equal(connection.read(readingPlans.position(sql)), 1);
  assert.equal(connection.read(readingPlans.findStory(sql, { slug: 'bridge' }))?.story.updateCount, 0);
  connection.alter((db) => db.exec(`PRAGMA max_page_count = ${pages + 1000}`));
  assert.equal(connection.write(commitPlan(sql, more)).type, 'committed');
  connection.close();
});

test(
  'a process that may write no more keeps every update it acknowledged, and none it did not',
  { skip: process.platform === 'win32' },
  async () => {
    using home = aFolder();
    await migrateSqlite(home.folder);
    const storage = openSqlite(home.folder);
    const { storyId } = await commit(storage, aStory(), [opening('bridge')]);
    const script = path.join(import.meta.dirname, 'fixtures', 'fill-disk.ts');
    const limited = [
      '-c',
      'ulimit -f 6000 && exec "$@"',
      'sh',
      process.execPath,
      script,
      home.folder,
      storyId,
    ];
    const { stdout } = await promisify(execFile)('sh', limited);
    const { acknowledged, refused, readable } = JSON.parse(stdout) as {
      acknowledged: number;
      refused: string;
      readable: number;
    };
    assert.match(refused, /^StorageUnavailable: the disk/);
    assert.ok(acknowledged > 10);
    assert.equal(readable, acknowledged, 'it still reads');
    assert.equal((await storage.findStory({ id: storyId }))?.story.updateCount, acknowledged);
    assert.equal(await storage.position(), acknowledged + 1);
    await storage.close();
  },
);

test('a database that may only be read is read, and refuses to be written', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const storage = openSqlite(home.folder);
  const told = await commit(storage, aStory(), [opening('bridge')]);
  const reader = connect(databaseFile(home.folder), { readOnly: true });
  const { told: _, ...change } = tell(told, [posting('One.')]);
  assert.throws(() => reader.write(commitPlan(sql, change)), StorageUnavailable);
  assert.equal(reader.read(readingPlans.position(sql)), 1);
  reader.close();
  await storage.close();
});

test('a writer that another process keeps waiting for too long is told so', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const holder = connect(databaseFile(home.folder));
  const waiting = connect(databaseFile(home.folder), { busyTimeout: 20 });
  const { told: _, ...change } = tell(aStory(), [opening('bridge')]);
  holder.alter(() => {
    assert.throws(() => waiting.write(commitPlan(sql, change)), /another process is writing/);
  });
  assert.equal(waiting.write(commitPlan(sql, change)).type, 'committed');
  holder.close();
  waiting.close();
});

test('a folder that is not there, or a file that is none of ours, is told at once', async () => {
  using home = aFolder();
  assert.throws(() => openSqlite(path.join(home.folder, 'missing')), StorageUnavailable);
  fs.writeFileSync(
    databaseFile(home.folder),
    'not a database, but long enough to be looked at as if it were one'.repeat(20),
  );
  assert.throws(() => openSqlite(home.folder), /not a database/);
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { StorageUnavailable } from '../../domain/errors.ts';
import { aStory, commit, opening, posting, tell } from '../contract/telling.ts';
import { databaseFile, migrateSqlite, openSqliteBesideWriter, startWriter } from './open.ts';
import { aFolder } from './opened.ts';

test('once the writer is gone a write is refused, not left hanging, and pages can still be read', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const writer = await startWriter(home.folder);
  const storage = openSqliteBesideWriter(home.folder, writer.port());
  const told = await commit(storage, aStory(), [opening('bridge')]);
  await writer.close();
  assert.equal(await writer.ended, null, 'it was closed, it did not break');
  const { told: _, ...change } = tell(told, [posting('One.')]);
  await assert.rejects(storage.commit(change), StorageUnavailable);
  await assert.rejects(storage.commit(change), StorageUnavailable);
  assert.equal((await storage.findStory({ slug: 'bridge' }))?.seq, 1);
  await storage.close();
});

test('a write that breaks tells its asker what broke, and the writer goes on', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const writer = await startWriter(home.folder);
  const storage = openSqliteBesideWriter(home.folder, writer.port());
  const { told: _, ...change } = tell(aStory(), [opening('bridge')]);
  const noSlug = change.rows.map((row) =>
    row.row === 'story' ? { ...row, value: { ...row.value, slug: null as unknown as string } } : row,
  );
  await assert.rejects(
    storage.commit({ ...change, rows: noSlug }),
    /NOT NULL constraint failed: stories.slug/,
  );
  assert.equal((await storage.commit(change)).type, 'committed');
  await storage.close();
  await writer.close();
});

test('writes asked for together are answered each with its own result', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const writer = await startWriter(home.folder);
  const threads = [1, 2, 3].map(() => openSqliteBesideWriter(home.folder, writer.port()));
  const stories = await Promise.all(
    threads.map((storage, index) => commit(storage, aStory(), [opening(`story-${index}`)])),
  );
  for (const [index, storage] of threads.entries()) {
    assert.equal((await storage.findStory({ slug: `story-${index}` }))?.story.id, stories[index]?.storyId);
    await storage.close();
  }
  await writer.close();
});

test('a writer whose database cannot be opened says so where it is started', async () => {
  using home = aFolder();
  fs.mkdirSync(databaseFile(home.folder));
  await assert.rejects(startWriter(home.folder), StorageUnavailable);
});

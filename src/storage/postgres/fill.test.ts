import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { termsOf } from '../../domain/find/sought.ts';
import { aStory, commit, opening, posting } from '../contract/telling.ts';
import { migratePostgres, openPostgres } from './open.ts';
import { executed } from './opened.ts';

test('what was written before there was search is taken in by the nodes that start, each thing once', async () => {
  await using database = await freshDatabase();
  const { url } = database;
  await migratePostgres(url);
  const storage = await openPostgres(url);
  const lines = Array.from({ length: 230 }, (_, n) => posting(`Line ${n}.`, { author: 'Ines Okafor' }));
  const { storyId } = await commit(storage, aStory(), [opening('long'), ...lines]);
  for (const table of ['findable_words', 'findable', 'story_names'])
    await executed(url, `DELETE FROM ${table}`);
  await executed(url, 'INSERT INTO to_be_found SELECT id, 0 FROM stories');
  const again = await Promise.all([migratePostgres(url), migratePostgres(url)]);
  assert.deepEqual(
    again.map(({ applied }) => applied),
    [0, 0],
  );
  const { hits } = await storage.search({ terms: termsOf('line'), limit: 500, cursor: null });
  assert.deepEqual(
    hits.map(({ update }) => update?.seq),
    Array.from({ length: 230 }, (_, n) => 231 - n),
  );
  assert.equal((await storage.search({ terms: termsOf('barge'), limit: 5, cursor: null })).hits.length, 1);
  const { names } = (await storage.snapshot(storyId, { order: 'newest', limit: 0, names: true }))!;
  assert.deepEqual(names?.authors, [{ key: 'Ines Okafor', name: 'Ines Okafor', updates: 230 }]);
  await storage.close();
});

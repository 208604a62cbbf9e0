import assert from 'node:assert/strict';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { test } from 'node:test';
import { aLongStory, waysOf } from '../contract/ways.ts';
import { sqliteSql } from '../plan.ts';
import { databaseFile, migrateSqlite, openSqlite } from './open.ts';
import { aFolder } from './opened.ts';

test('no page of a filter or a search reads a whole story, or sorts it', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const storage = openSqlite(home.folder);
  const storyId = await aLongStory(storage);
  await storage.close();
  const db = new DatabaseSync(databaseFile(home.folder), { readOnly: true });
  for (const { name, queries, by } of waysOf(sqliteSql(), storyId)) {
    const told = queries.map((query) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
        .all(...(query.parameters as SQLInputValue[]))
        .map((step) => String(step['detail'])),
    );
    const first = told.map((steps) => steps[0]!.replace('CO-ROUTINE some', steps[1] ?? ''));
    assert.ok(
      first.some((step) => by.test(step)),
      `${name}: ${told.join(' · ')}`,
    );
    // The index of what was discarded holds that alone: the sample, or nothing. Words are spelt by their order.
    const small =
      /^SCAN (?:some|findable_(?:words|spellings) VIRTUAL|stories USING (?:COVERING )?INDEX stories_discarded)/;
    const bad = told.flat().filter((step) => step.startsWith('SCAN') && !small.test(step));
    assert.deepEqual(bad, [], name);
    // The names of a story are few; nothing else is put in order after it was read.
    if (name !== 'names') assert.doesNotMatch(told.join(), /TEMP B-TREE/, name);
  }
  db.close();
});

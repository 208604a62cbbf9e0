import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';
import { systemClock } from '../domain/time.ts';
import { openSampleWhereEmpty } from '../sample/open-sample.ts';
import { migrateSqlite, openSqlite } from '../storage/sqlite/open.ts';

test('the sample is thrown away and brought back, as often as is asked; where there is none, that is said', async () => {
  using cli = commandLine();
  fs.mkdirSync(cli.folder);
  await migrateSqlite(cli.folder);
  const none = await cli.run(['sample', 'discard']);
  assert.deepEqual([none.code, none.out], [1, '']);
  assert.match(none.err, /This newsroom has no sample story\./);
  const storage = openSqlite(cli.folder);
  assert.ok(await openSampleWhereEmpty({ storage, clock: systemClock }));
  const standing = async () => (await storage.listStories({ limit: 9, cursor: null })).items.length;
  for (const [verb, said, left] of [
    ['discard', 'Discarded.', 0],
    ['discard', 'Discarded.', 0],
    ['restore', 'Restored.', 1],
    ['restore', 'Restored.', 1],
  ] as const) {
    const done = await cli.run(['sample', verb]);
    assert.deepEqual([done.code, done.err], [0, '']);
    assert.ok(done.out.startsWith(said), done.out);
    assert.equal(await standing(), left);
  }
  await storage.close();
  assert.match((await cli.run(['verify'])).out, /^ok stories 1 /);
});

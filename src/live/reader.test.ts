import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StorageUnavailable } from '../domain/errors.ts';
import type { Storage } from '../storage/storage.ts';
import { editorAt } from '../../test/support/desk.ts';
import { liveSite } from '../../test/support/live-site.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { openStreamReader } from '../../test/support/stream.ts';

test('a reader whose event cannot be read keeps the line, and gets it once storage is back', async () => {
  await using newsroom = await newsroomOnSqlite();
  const refused = Promise.withResolvers<void>();
  let away = true;
  const snapshot: Storage['snapshot'] = async (...asked) => {
    if (!away) return newsroom.storage.snapshot(...asked);
    refused.resolve();
    throw new StorageUnavailable('away');
  };
  const storage = new Proxy(newsroom.storage, {
    get: (target, name): unknown => (name === 'snapshot' ? snapshot : Reflect.get(target, name)),
  });
  await using site = await liveSite(storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const reader = await openStreamReader(`${site.url}/stories/river/live`);
  await editor.posts('river', 'Told while it was away.');
  await refused.promise;
  away = false;
  const [event] = await reader.until(1);
  assert.equal(event?.id, 2);
  await editor.posts('river', 'And on.');
  assert.deepEqual(
    (await reader.until(2)).map(({ id }) => id),
    [2, 3],
    'on the same line',
  );
  reader.close();
});

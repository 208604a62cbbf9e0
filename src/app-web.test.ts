import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../test/support/desk.ts';
import { newsroomOnSqlite } from '../test/support/newsroom.ts';
import { openWebThread } from './app-web.ts';
import { retractUpdate } from './commands/retract-update.ts';
import { readConfig } from './config.ts';
import { StorageUnavailable } from './domain/errors.ts';
import type { Storage } from './storage/storage.ts';

/** Storage that can be taken away. Whoever closes it leaves the newsroom its own. */
function leaving(storage: Storage): { storage: Storage; leave: () => void } {
  let away = false;
  const proxy = new Proxy(storage, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      if (name === 'close') return async () => undefined;
      // It is told at once, and by some storages only: nobody would wait for ours to say that it is away.
      if (name === 'stamp') return null;
      return async (...given: unknown[]) => {
        if (away) throw new StorageUnavailable('away');
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
  return { storage: proxy, leave: () => void (away = true) };
}

test('with storage away pages go on from what is held, but for words that were taken back before', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'Held' });
  await desk.posts('held', 'Water over the quay.');
  const wrong = await desk.posts('held', 'The mayor fled.');
  const read = readConfig(
    { DATA_DIR: newsroom.folder, LOG_LEVEL: 'silent', PURGE_URL: 'http://127.0.0.1:9/', PURGE_FORM: 'json' },
    {},
  );
  assert.equal(read.type, 'config');
  const { storage, leave } = leaving(newsroom.storage);
  const thread = await openWebThread(read.config, {
    storage,
    maxStreams: 1,
    baseUrl: () => 'http://127.0.0.1',
  });
  const paths = [
    '/',
    '/stories/held',
    '/stories/held?q=mayor',
    `/stories/held/updates/${wrong}`,
    '/feed.xml',
  ];
  const ask = async (url: string) => thread.server.inject({ url });
  for (const url of paths) assert.match((await ask(url)).body, /The mayor fled/, url);
  await desk.onUpdate(wrong, retractUpdate(wrong, 'He did not.'));
  while (!/He did not/.test((await ask('/stories/held/events.json?after=0')).body)) continue;
  assert.equal((await ask('/stories/held?only=key')).statusCode, 200);
  leave();
  for (const url of paths) {
    const { statusCode, body } = await ask(url);
    assert.deepEqual([statusCode, /mayor/.test(body)], [503, false], url);
  }
  const held = await ask('/stories/held?only=key');
  assert.equal(held.statusCode, 200, 'what was rendered since is held');
  assert.equal(held.headers['cache-control'], 'no-cache', 'by no cache: it may be of before');
  assert.equal(held.headers['cdn-cache-control'], undefined);
  await thread.close();
});

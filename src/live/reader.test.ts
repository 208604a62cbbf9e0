import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventMark } from '../domain/event.ts';
import { StorageUnavailable } from '../domain/errors.ts';
import type { Storage } from '../storage/storage.ts';
import { editorAt } from '../../test/support/desk.ts';
import { liveSite } from '../../test/support/live-site.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { openStreamReader } from '../../test/support/stream.ts';
import { Feed } from './feed.ts';
import { Line } from './line.ts';
import { Reader } from './reader.ts';

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

test('whoever takes little, but always some, is sent the whole of it, however long that takes', async () => {
  const stalled = 1500;
  const words = 'The water rises. '.repeat(60_000);
  const feed = new Feed(
    {
      idOf: ({ seq }) => seq,
      read: async () => [],
      build: async (marks) => ({
        frames: marks.map(({ seq }) => ({ id: seq, name: 'insert', data: { words } as never })),
        over: false,
      }),
    },
    0,
  );
  feed.append(Array.from({ length: 30 }, (_, index) => ({ seq: index + 1 }) as EventMark));
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  const [socket] = (await once(server, 'connection')) as [net.Socket];
  const reader = new Reader(feed, new Line(socket, 'plain'), 0, stalled);
  const endings: string[] = [];
  reader.onEnd = (why) => endings.push(why);
  reader.pump();
  const due = 30 * words.length;
  const begun = performance.now();
  for (let had = 0; had < due && endings.length === 0;) {
    had += (client.read() as Buffer | null)?.length ?? 0;
    await pause(8);
  }
  assert.deepEqual(endings, []);
  assert.equal(reader.isUpToDate, true);
  const took = performance.now() - begun;
  assert.ok(took > 2 * stalled, `it took ${took} ms: too little to tell`);
  client.destroy();
  await once(socket, 'close');
  server.close();
});

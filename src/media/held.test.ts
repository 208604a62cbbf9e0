import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { photo } from '../../test/support/pictures.ts';
import { openLibrary, type Library } from './library.ts';
import { openBlobs } from './open-blobs.ts';

const open = (newsroom: TestNewsroom): Library =>
  openLibrary({
    newsroom,
    blobs: openBlobs({ folder: path.join(newsroom.folder, 'media') }),
    onFault: (error) => assert.fail(error as Error),
  });

test('a held picture that a server left unfinished is finished by the next one, at the desk alone', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const first = open(newsroom);
  const order = { actor: 'person ada', personId: 'ada', bytes: await photo(), details: {} };
  const held = await first.hold(order);
  assert.ok(held.type === 'held');
  const { id } = held.picture.media;
  const cropped = await first.describe({
    actor: 'person ada',
    mediaId: id,
    input: { crop: { x: 0, y: 0, width: 0.5, height: 0.5 } },
  });
  assert.ok(cropped.type === 'described');
  await first.close();
  const [left] = await storage.heldMedia.find([id]);
  assert.equal(left?.media.ready, false);

  const next = open(newsroom);
  await next.resume(clock.now());
  await next.settled();
  await next.close();
  const [done] = await storage.heldMedia.find([id]);
  assert.equal(done?.media.ready, true);
  assert.equal(done.media.renditions.length, 3);
  assert.ok(done.media.renditions.every(({ crop, key }) => crop === '0-0-5000-5000' && key.includes(crop)));
  assert.equal((await storage.site()).seq, 0);
});

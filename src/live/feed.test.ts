import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editUpdate } from '../commands/edit-update.ts';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import type { EventMark } from '../domain/event.ts';
import { Feed, type Source } from './feed.ts';
import { storySource } from './story-source.ts';

test('readers who come back from far apart soon stand at the same place, and are sent the same from there', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const id = await editor.posts('river', 'The first.');
  const edits = Array.from({ length: 298 }, (_, count) =>
    editUpdate(id, { title: `Version ${count}`, small: true }),
  );
  await editor.onUpdate(id, ...edits);
  const found = await newsroom.storage.findStory({ slug: 'river' });
  const feed = new Feed(storySource(newsroom.storage, found!.story.id), found!.seq);
  const from = async (place: number) => (await feed.after(place, 200))!;
  const places = [33, 40, 63, 64];
  const ends = await Promise.all(places.map(async (place) => (await from(place)).to));
  assert.deepEqual(ends, [64, 64, 64, 96]);
  assert.equal(await from(64), await from(64), 'one buffer for all');
  const few = await from(290);
  assert.equal(few.to, 300, 'who missed little has all of it in one write');
  let at = 0;
  const seen: number[] = [];
  while (at < 300) {
    const piece = await from(at);
    for (const [, seq] of String(piece.plain).matchAll(/^id: (\d+)$/gm)) seen.push(Number(seq));
    at = piece.to;
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 300 }, (_, index) => index + 1),
  );
});

test('who comes back from before all that is in memory is sent what others from there are sent', async () => {
  const head = 5000;
  const built: number[] = [];
  const source: Source = {
    idOf: ({ seq }) => seq,
    read: async (after, limit) =>
      Array.from(
        { length: Math.min(limit, head - after) },
        (_, at) => ({ seq: after + 1 + at }) as EventMark,
      ),
    async build(marks) {
      built.push(marks.length);
      return { frames: marks.map(({ seq }) => ({ id: seq, name: 'insert', data: {} })), over: false };
    },
  };
  const feed = new Feed(source, head);
  const [first, second] = await Promise.all([feed.after(10, 200), feed.after(10, 200)]);
  assert.equal(first, second);
  assert.equal(await feed.after(10, 200), first);
  assert.deepEqual(built, [22], 'to the end of a block, once');
  await feed.framesAfter(12, 200);
  await feed.framesAfter(14, 200);
  assert.deepEqual(built, [22, 180, 2], 'what was made for another answer is in this one too');
  for (let after = 1000; after < 3000; after += 200) await feed.framesAfter(after, 200);
  await feed.framesAfter(14, 200);
  assert.equal(built.at(-1), 200, 'but not for ever: who asks from everywhere does not fill the memory');
  feed.renew();
  assert.notEqual(await feed.after(10, 200), first, 'what frames show has changed');
});

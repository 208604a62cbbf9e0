import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { perform } from '../commands/perform.ts';
import { postUpdate } from '../commands/post-update.ts';
import { paragraphs, type StatementJSON } from '../domain/document.ts';
import { newId } from '../domain/id.ts';
import { instantOf, millisecondsOf } from '../domain/time.ts';
import { openLibrary } from '../media/library.ts';
import { openBlobs } from '../media/open-blobs.ts';
import { verify } from '../ops/verify.ts';
import { night } from './night.ts';
import { nightClock } from './night-clock.ts';
import { openSampleWhereEmpty } from './open-sample.ts';

/** Where it lies. */
const SAMPLE_SLUG = 'night-ferry-overdue-in-the-merrow-strait';

async function openedAt(now: string) {
  const newsroom = await newsroomOnSqlite(now);
  assert.equal(await openSampleWhereEmpty(newsroom), true);
  const found = await newsroom.storage.findStory({ slug: SAMPLE_SLUG });
  assert.ok(found);
  const all = { order: 'oldest', limit: Infinity } as const;
  const snapshot = await newsroom.storage.snapshot(found.story.id, all);
  assert.ok(snapshot);
  return Object.assign(snapshot, { newsroom });
}

test('an empty newsroom gets a night that a newcomer can learn the whole product from', async () => {
  const { newsroom, story, updates, keyEvents, pinned, corrections, summarised, authors } =
    await openedAt('2026-03-10T12:00:00.000Z');
  await using _ = newsroom;
  assert.ok(updates.length >= 12, `${updates.length} updates`);
  assert.equal(updates.filter(({ status }) => status === 'retracted').length, 1);
  assert.equal(corrections.length, 1);
  assert.ok(keyEvents.length >= 4);
  assert.equal(pinned?.title, 'If someone of yours was aboard');
  assert.equal(updates.filter(({ analysis }) => analysis).length, 1);
  assert.equal(updates.filter(({ editedAt }) => editedAt !== null).length, 2);
  assert.ok(story.top.summary.every(({ updateId }) => summarised.some(({ id }) => id === updateId)));
  assert.ok(summarised.every(({ status }) => status === 'published'));
  assert.deepEqual(
    authors.map(({ name, bio }) => [name, bio !== null]),
    [
      ['Ilse Barrow', true],
      ['Tom Ketteridge', true],
    ],
  );
  assert.notEqual(story.placeZone, story.zone);
  const headlines = new Set((await newsroom.storage.tops(story.id)).map(({ top }) => top.headline));
  assert.equal(headlines.size, 3, 'the headline turned twice');
});

test('its statements say who spoke, how it reached us, and one came through an interpreter', async () => {
  const { newsroom, updates } = await openedAt('2026-03-10T12:00:00.000Z');
  await using _ = newsroom;
  const statements = updates.flatMap(({ body }) =>
    body.content.filter((block): block is StatementJSON => block.type === 'statement'),
  );
  assert.ok(statements.length >= 6);
  assert.equal(statements.filter(({ attrs }) => attrs.interpreter !== null).length, 1);
  assert.ok(statements.some(({ attrs }) => attrs.outlet !== null));
  assert.ok(statements.every(({ attrs }) => attrs.medium !== null));
});

test('it happened in the night that is just over, from the evening across midnight to four', async () => {
  const { newsroom, story, updates } = await openedAt('2026-03-10T12:00:00.000Z');
  await using _ = newsroom;
  assert.equal(story.openedAt, '2026-03-10T01:40:00.000Z');
  assert.equal(updates.at(-1)?.at, '2026-03-10T08:02:00.000Z');
  const events = await newsroom.storage.events(story.id, 0, 100);
  assert.ok(events.every(({ recordedAt }) => recordedAt === '2026-03-10T12:00:00.000Z'));
});

test('it is live: the first post of a newcomer stands on top', async () => {
  const { newsroom, story } = await openedAt('2026-03-10T12:00:00.000Z');
  await using _ = newsroom;
  assert.equal(story.state, 'live');
  const updateId = newId(newsroom.clock.now());
  const first = postUpdate(updateId, { body: paragraphs(['Hello.']) });
  const posted = await perform(newsroom, { actor: 'test', story: { slug: SAMPLE_SLUG }, verbs: [first] });
  assert.equal(posted.type, 'played');
});

test('a newsroom that has a story already is left alone', async () => {
  const { newsroom } = await openedAt('2026-03-10T12:00:00.000Z');
  await using _ = newsroom;
  const position = await newsroom.storage.position();
  assert.equal(await openSampleWhereEmpty(newsroom), false);
  assert.equal(await newsroom.storage.position(), position);
});

test('whatever the hour and the season, the night is in order and wholly in the past', () => {
  const year = {
    min: millisecondsOf('2026-01-01T00:00:00.000Z'),
    max: millisecondsOf('2026-12-31T00:00:00.000Z'),
  };
  const zone = fc.constantFrom('America/New_York', 'Asia/Kolkata', 'America/Anchorage', 'Asia/Tokyo');
  fc.assert(
    fc.property(fc.integer(year), zone, (ms, where) => {
      const clock = nightClock(instantOf(ms), where);
      const times = night.map(({ at }) => clock(at));
      assert.deepEqual(times, times.toSorted());
      assert.ok(times.at(-1)! <= instantOf(ms));
      assert.ok(millisecondsOf(times[0]!) > ms - 32 * 3_600_000);
    }),
    {
      examples: [
        [millisecondsOf('2026-03-08T16:00:00.000Z'), 'America/New_York'],
        [millisecondsOf('2026-11-01T16:00:00.000Z'), 'America/New_York'],
      ],
    },
  );
});

test('it comes with pictures of its own, told in words, and verify folds to what is kept', async () => {
  await using newsroom = await newsroomOnSqlite('2026-03-10T12:00:00.000Z');
  const blobs = openBlobs({ folder: path.join(newsroom.folder, 'media') });
  const library = openLibrary({ newsroom, blobs, onFault: (error) => assert.fail(error as Error) });
  const keep = async (bytes: Uint8Array) => {
    const kept = await library.keep(bytes);
    return kept.type === 'kept' ? kept : assert.fail(kept.detail);
  };
  assert.equal(await openSampleWhereEmpty(newsroom, keep), true);
  await library.close();
  const found = await newsroom.storage.findStory({ slug: SAMPLE_SLUG });
  assert.ok(found);
  const photos = (await newsroom.storage.tops(found.story.id)).map(({ top }) => top.photo?.mediaId);
  assert.deepEqual([photos.includes(undefined), new Set(photos).size], [false, 2]);
  const snapshot = await newsroom.storage.snapshot(found.story.id, { order: 'newest', limit: 1 });
  const [media] = snapshot?.media ?? [];
  assert.ok(media?.alt && media.caption && media.credit);
  assert.equal((await newsroom.storage.unfinishedMedia('', 9)).length, 2, 'the server makes the rest');
  assert.equal((await verify(newsroom.storage)).type, 'ok');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../../domain/fold.ts';
import type { Media } from '../../domain/media.ts';
import { SITE } from '../../domain/slug.ts';
import type { HeldMedia } from '../desk/held-media-store.ts';
import type { Change } from '../storage.ts';
import type { Open } from './opened.ts';
import { picture, someId } from './telling.ts';

const AT = '2019-02-28T05:00:00.000Z';

export function heldPicture(given: Partial<Media> = {}): HeldMedia {
  const happening = { ...picture(), mediaId: someId() };
  const event = { storyId: SITE, seq: 1, at: AT, recordedAt: AT, happening };
  const [row] = fold({ story: null, update: null, media: null }, event);
  assert.ok(row?.row === 'media');
  return { media: { ...row.value, ...given }, takenInBy: 'ada', version: 1, publishedAt: null };
}

const nothing: Change = { logs: [], rows: [], activity: [] };
const ids = (pictures: { media: Media }[]): string[] => pictures.map(({ media }) => media.id);

export function heldMediaContract(open: Open): void {
  test('a held picture is found at the desk alone, by its id and by its bytes', async () => {
    await using home = await open();
    const { storage } = home;
    const held = heldPicture({ alt: 'The bridge at night.' });
    const { id, digest } = held.media;
    assert.equal((await storage.commit({ ...nothing, held: [{ held, expected: null }] })).type, 'committed');
    assert.deepEqual(await storage.heldMedia.find([id, someId()]), [held]);
    assert.deepEqual(await storage.heldMedia.byDigest(digest), held);
    assert.deepEqual(await storage.heldMedia.pictures([id]), [
      { media: held.media, held: 1, takenInBy: 'ada' },
    ]);
    assert.deepEqual(ids(await storage.heldMedia.unfinished('', 10)), [id]);
    assert.deepEqual(
      [
        await storage.media([id]),
        await storage.mediaByDigest(digest),
        (await storage.listMedia({ limit: 9, cursor: null })).items,
      ],
      [[], null, []],
    );
    assert.equal((await storage.site()).seq, 0);
  });

  test('a change decided on a version that is gone writes nothing, and the same bytes are held once', async () => {
    await using home = await open();
    const { storage } = home;
    const held = heldPicture();
    const write = (next: HeldMedia, expected: number | null) =>
      storage.commit({ ...nothing, held: [{ held: next, expected }] });
    await write(held, null);
    assert.equal(
      (await write({ ...heldPicture(), media: { ...heldPicture().media, digest: held.media.digest } }, null))
        .type,
      'stale',
    );
    const next = { ...held, version: 2, media: { ...held.media, ready: true } };
    assert.equal((await write(next, 1)).type, 'committed');
    assert.equal((await write({ ...held, version: 2 }, 1)).type, 'stale');
    assert.deepEqual(await storage.heldMedia.find([held.media.id]), [next]);
    assert.deepEqual(await storage.heldMedia.unfinished('', 10), []);
  });

  test('once it is published it is held no more, and the desk still knows who took it in', async () => {
    await using home = await open();
    const { storage } = home;
    const held = heldPicture();
    const { id } = held.media;
    await storage.commit({ ...nothing, held: [{ held, expected: null }] });
    const result = await storage.commit({
      ...nothing,
      rows: [{ row: 'media', value: held.media }],
      held: [{ held: { ...held, version: 2, publishedAt: AT }, expected: 1 }],
    });
    assert.equal(result.type, 'committed');
    assert.deepEqual(
      [await storage.heldMedia.find([id]), await storage.heldMedia.byDigest(held.media.digest)],
      [[], null],
    );
    assert.deepEqual(await storage.heldMedia.pictures([id]), [
      { media: held.media, held: null, takenInBy: 'ada' },
    ]);
  });

  test('the desk’s list holds both, the last first, page by page, and is looked through by words', async () => {
    await using home = await open();
    const { storage } = home;
    const words = ['The bridge at night', 'Gate 100%', 'The BRIDGE by day', 'A ferry'];
    const all = words.map((alt, index) =>
      heldPicture({ alt, id: `0000000${index}-0000-7000-8000-000000000000` }),
    );
    for (const [index, held] of all.entries()) {
      await storage.commit({ ...nothing, held: [{ held, expected: null }] });
      if (index % 2 === 0) continue;
      const published = { held: { ...held, version: 2, publishedAt: AT }, expected: 1 };
      await storage.commit({ ...nothing, rows: [{ row: 'media', value: held.media }], held: [published] });
    }
    const list = (ask: { cursor?: string | null; words?: string | null; limit?: number }) =>
      storage.heldMedia.list({ limit: 3, cursor: null, words: null, ...ask });
    const first = await list({});
    assert.deepEqual(
      first.items.map(({ media, held }) => [media.alt, held !== null]),
      [
        ['A ferry', false],
        ['The BRIDGE by day', true],
        ['Gate 100%', false],
      ],
    );
    const second = await list({ cursor: first.next });
    assert.deepEqual(
      [second.items.map(({ media }) => media.alt), second.next],
      [['The bridge at night'], null],
    );
    assert.deepEqual(
      (await list({ words: 'bridge' })).items.map(({ media }) => media.alt),
      ['The BRIDGE by day', 'The bridge at night'],
    );
    assert.deepEqual(
      (await list({ words: '100%' })).items.map(({ media }) => media.alt),
      ['Gate 100%'],
    );
    assert.deepEqual(
      (await list({ words: '%' })).items.map(({ media }) => media.alt),
      ['Gate 100%'],
    );
  });
}

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Blobs } from './blobs.ts';

export type OpenedBlobs = AsyncDisposable & { blobs: Blobs };

const BAD_KEYS = [
  '',
  '/',
  'a/',
  '/a',
  'a//b',
  '../a',
  'a/../b',
  'a/.b',
  '.a',
  'A',
  'ä',
  'a b',
  'a\0b',
  'a\\b',
  'a+b',
];

/** What every store of pictures promises. Each runs the whole of it. */
export function blobsContract(name: string, open: () => Promise<OpenedBlobs>): void {
  describe(name, () => {
    test('a picture comes back byte for byte, with its content type', async () => {
      await using opened = await open();
      const { blobs } = opened;
      for (const size of [0, 1, 5, 100_003, 3_000_000]) {
        const bytes = randomBytes(size);
        await blobs.put(`originals/${size}.x`, bytes, 'image/avif');
        const found = await blobs.get(`originals/${size}.x`);
        assert.equal(found?.contentType, 'image/avif');
        assert.ok(found.bytes.equals(bytes), `${size} bytes`);
      }
    });

    test('a picture put again takes the place of the one before, content type and all', async () => {
      await using opened = await open();
      const { blobs } = opened;
      await blobs.put('a/b', Buffer.from('a longer one'), 'image/jpeg');
      await blobs.put('a/b', Buffer.from('short'), 'image/webp');
      const found = await blobs.get('a/b');
      assert.deepEqual([found?.bytes.toString(), found?.contentType], ['short', 'image/webp']);
    });

    test('what is not there is null, is not had, and is deleted without complaint', async () => {
      await using opened = await open();
      const { blobs } = opened;
      await blobs.put('there', Buffer.from('x'), 'image/png');
      assert.equal(await blobs.get('not/there'), null);
      assert.deepEqual([await blobs.has('not/there'), await blobs.has('there')], [false, true]);
      await blobs.delete('not/there');
      await blobs.delete('there');
      await blobs.delete('there');
      assert.deepEqual([await blobs.get('there'), await blobs.has('there')], [null, false]);
    });

    test('keys are listed by how they begin, each once, more than fit a page', async () => {
      await using opened = await open();
      const { blobs } = opened;
      const keys = Array.from({ length: 25 }, (_, number) => `renditions/0${number % 2}/${number}.avif`);
      for (const key of ['originals/1', ...keys]) await blobs.put(key, Buffer.from(key), 'image/avif');
      const listed = async (prefix: string) => (await Array.fromAsync(blobs.list(prefix))).toSorted();
      assert.deepEqual(await listed('renditions/'), keys.toSorted());
      assert.deepEqual(
        await listed('renditions/01/1'),
        keys.filter((key) => key.startsWith('renditions/01/1')).toSorted(),
      );
      assert.deepEqual(await listed(''), ['originals/1', ...keys].toSorted());
      assert.deepEqual(await listed('nothing'), []);
    });

    test('a key that is none is refused by every call, and none reaches out of the store', async () => {
      await using opened = await open();
      const { blobs } = opened;
      for (const key of [...BAD_KEYS, 'x'.repeat(201)]) {
        await assert.rejects(blobs.put(key, Buffer.from('x'), 'image/png'), RangeError, JSON.stringify(key));
        await assert.rejects(blobs.get(key), RangeError);
        await assert.rejects(blobs.has(key), RangeError);
        await assert.rejects(blobs.delete(key), RangeError);
      }
      assert.deepEqual(await Array.fromAsync(blobs.list('')), []);
    });

    test('a content type that is none is refused', async () => {
      await using opened = await open();
      for (const type of ['', 'image', 'image/png\r\nx-evil: 1', 'Image/PNG', 'a/'.padEnd(200, 'b')])
        await assert.rejects(opened.blobs.put('a', Buffer.from('x'), type), RangeError);
      assert.equal(await opened.blobs.get('a'), null);
    });
  });
}

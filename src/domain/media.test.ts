import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPictures, type ImageJSON } from './document.ts';
import { fold } from './fold.ts';
import { detailsAt, mediaIdIn, mediaPath, renditionNamed, renditionPath, type Media } from './media.ts';
import { picture } from '../storage/contract/telling.ts';

const event = {
  storyId: 'site',
  seq: 2,
  at: '2026-02-03T21:00:01.000Z',
  recordedAt: '2026-02-03T21:00:01.000Z',
};

function takenIn(): Media {
  const [row] = fold({ story: null, update: null }, { ...event, seq: 1, happening: picture() });
  assert.ok(row?.row === 'media');
  return row.value;
}

test('a picture is unfinished until its renditions are told, and those readers may hold already stay', () => {
  const media = takenIn();
  assert.equal(media.ready, false);
  const again = { format: 'jpeg' as const, width: 1280, height: 853, bytes: 1, key: 'another' };
  const avif = { format: 'avif' as const, width: 640, height: 427, bytes: 9, key: 'avif' };
  const happening = { kind: 'renditions' as const, mediaId: media.id, renditions: [again, avif] };
  const [row] = fold({ story: null, update: null, media }, { ...event, happening });
  assert.deepEqual(row, {
    row: 'media',
    value: { ...media, ready: true, renditions: [...media.renditions, avif] },
  });
});

test('its words can change, and each change counts', () => {
  const media = takenIn();
  const words = { alt: 'The bridge.', caption: null, credit: 'Bo Lind/The Estuary' };
  const happening = { kind: 'media-details' as const, mediaId: media.id, ...words };
  const [row] = fold({ story: null, update: null, media }, { ...event, happening });
  assert.deepEqual(row, { row: 'media', value: { ...media, ...words, version: 2 } });
});

test('nothing can happen to a picture that was never taken in', () => {
  const happening = { kind: 'renditions' as const, mediaId: 'x', renditions: [] };
  assert.throws(() => fold({ story: null, update: null }, { ...event, happening }), /never taken in/);
});

test('a source names a picture of ours by its id alone', () => {
  const { id } = takenIn();
  assert.equal(mediaIdIn(mediaPath(id)), id);
  for (const src of [
    `/media/${id}/640.jpg`,
    `/media/${id}?x`,
    `/Media/${id}`,
    '/media/',
    '/media/a.jpg',
    `https://a.example/media/${id}`,
  ]) {
    assert.equal(mediaIdIn(src), null, src);
  }
});

test('a rendition is found by the name readers ask for, and by no other', () => {
  const media = takenIn();
  const [rendition] = media.renditions;
  assert.ok(rendition);
  const name = renditionPath(media.id, rendition).split('/').at(-1) ?? '';
  assert.equal(name, '1280.jpg');
  assert.equal(renditionNamed(media, name), rendition);
  for (const other of ['1280.jpeg', '1280', '01280.jpg', '1280.avif', 'original', '../original', '']) {
    assert.equal(renditionNamed(media, other), null, other);
  }
});

test('where it stands it may be told in other words', () => {
  const media = { alt: 'A bridge.', caption: 'At night.', credit: null };
  assert.deepEqual(detailsAt({ alt: null, caption: 'By day.', credit: 'Bo Lind' }, media), {
    alt: 'A bridge.',
    caption: 'By day.',
    credit: 'Bo Lind',
  });
});

const image = (src: string): ImageJSON => ({
  type: 'image',
  attrs: { src, alt: null, caption: null, credit: null, width: null, height: null },
});

test('pictures of ours are found wherever they stand in a document, each with the way to it', () => {
  const { id } = takenIn();
  const own = image(mediaPath(id));
  const found = ownPictures({
    type: 'doc',
    content: [
      image('https://a.example/a.jpg'),
      own,
      { type: 'gallery', attrs: { caption: null }, content: [image('/a.jpg'), own] },
      { type: 'bullet_list', content: [{ type: 'list_item', content: [{ type: 'paragraph' }, own] }] },
    ],
  });
  assert.deepEqual(
    found.map(({ mediaId, pointer }) => [mediaId, pointer]),
    [
      [id, '/content/1'],
      [id, '/content/2/content/1'],
      [id, '/content/3/content/0/content/1'],
    ],
  );
});

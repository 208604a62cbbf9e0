import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import type { DocumentJSON } from '../domain/document.ts';
import { mediaPath, type MediaFacts } from '../domain/media.ts';
import { verify } from '../ops/verify.ts';
import { picture } from '../storage/contract/telling.ts';
import { changeMedia, finishMedia } from './change-media.ts';
import { openStory } from './open-story.ts';
import { perform, type Newsroom } from './perform.ts';
import { postUpdate } from './post-update.ts';
import type { MediaDetailsInput } from './media-fields.ts';
import { takeInMedia } from './take-in-media.ts';
import { writeTop } from './write-top.ts';

/** A picture as the engine tells it: never the same twice. */
function aPicture(offered: Partial<MediaFacts['offered']> = {}) {
  const { kind: _, mediaId: __, renditions, alt: ___, caption: ____, credit: _____, ...facts } = picture();
  return { facts: { ...facts, offered: { ...facts.offered, ...offered } }, renditions };
}

async function takes(newsroom: Newsroom, made: ReturnType<typeof aPicture>, details: MediaDetailsInput = {}) {
  const taken = await takeInMedia(newsroom, 'test', { ...made, details });
  assert.ok(taken.type === 'written', JSON.stringify(taken));
  return taken;
}

const SLUG = 'the-barrier-holds';

const post = (body: DocumentJSON) => postUpdate('01a20f41-25df-779b-a2a5-66107dc59700', { body });

const showing = (id: string, alt: string | null = null): DocumentJSON => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Look.' }] },
    {
      type: 'image',
      attrs: { src: mediaPath(id), alt, caption: null, credit: null, width: null, height: null },
    },
  ],
});

test('what a picture’s metadata offers fills credit and caption where nothing was typed, and nothing else', async () => {
  await using newsroom = await newsroomOnSqlite();
  const offered = { credit: 'Bo Lind/Estuary', caption: 'Water at the wall.', altText: 'A wall.' };
  const { media } = await takes(newsroom, aPicture(offered), { caption: 'The wall at nine.', credit: ' ' });
  assert.deepEqual([media.alt, media.caption, media.credit], [null, 'The wall at nine.', 'Bo Lind/Estuary']);
  const odd = { credit: 'two\nlines', caption: 'x'.repeat(2001) };
  const { media: other } = await takes(newsroom, aPicture(odd));
  assert.deepEqual([other.caption, other.credit], [null, null], 'what nobody could have typed is not taken');
});

test('the same bytes again are the picture there is: what it lacks is filled, what stands is kept', async () => {
  await using newsroom = await newsroomOnSqlite();
  const made = aPicture({ credit: 'Bo Lind' });
  const first = await takes(newsroom, made, { caption: 'The wall.' });
  const again = await takes(newsroom, made, { caption: 'Another wall.', alt: 'A wall.' });
  assert.equal(again.media.id, first.media.id);
  assert.deepEqual([again.media.caption, again.media.alt], ['The wall.', 'A wall.']);
  assert.equal((await takes(newsroom, made, { alt: 'Something else.' })).changed, false);
  assert.equal((await newsroom.storage.site()).seq, 2);
});

test('many who bring the same bytes at once bring one picture', async () => {
  await using newsroom = await newsroomOnSqlite();
  const made = aPicture();
  const taken = await Promise.all(Array.from({ length: 8 }, () => takes(newsroom, made)));
  assert.equal(new Set(taken.map(({ media }) => media.id)).size, 1);
  assert.equal(taken.filter(({ changed }) => changed).length, 1);
});

test('renditions are told once, whoever made them, and verify folds to what is kept', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { media } = await takes(newsroom, aPicture());
  const made = [
    { format: 'avif' as const, width: 640, height: 427, bytes: 9, key: `${media.digest}/640.avif` },
  ];
  const told = await Promise.all([1, 2, 3].map(() => finishMedia(newsroom, 'encoder', media.id, made)));
  assert.equal(told.filter((one) => one.type === 'written' && one.changed).length, 1);
  const [ready] = await newsroom.storage.media([media.id]);
  assert.deepEqual([ready?.ready, ready?.renditions.length], [true, 2]);
  assert.equal(
    (await finishMedia(newsroom, 'encoder', '01a20f41-25df-779b-a2a5-66107dc5978b', [])).type,
    'unknown-media',
  );
  assert.equal((await verify(newsroom.storage)).type, 'ok');
});

test('a picture’s words are changed at a version; alternative text can be put better, not taken away', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { media } = await takes(newsroom, aPicture(), { alt: 'A wall.' });
  const change = (input: MediaDetailsInput, version = 1) =>
    changeMedia(newsroom, 'test', { mediaId: media.id, input, expects: (stands) => stands === version });
  const better = await change({ alt: 'A wall, and water at it.', credit: null });
  assert.ok(better.type === 'written');
  assert.deepEqual(
    [better.media.alt, better.media.credit, better.media.version],
    ['A wall, and water at it.', null, 2],
  );
  assert.deepEqual(await change({ alt: 'x' }), { type: 'stale-version', current: 2 });
  const silent = await change({ alt: '' }, 2);
  assert.ok(silent.type === 'invalid');
  assert.deepEqual(
    silent.errors.map(({ pointer }) => pointer),
    ['/alt'],
  );
  const long = await change({ caption: 'x'.repeat(2001), credit: 'a\nb' }, 2);
  assert.ok(long.type === 'invalid');
  assert.deepEqual(
    long.errors.map(({ pointer }) => pointer),
    ['/caption', '/credit'],
  );
});

test('no way in publishes a picture of ours without alternative text, or one there is not', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens();
  const { media } = await takes(newsroom, aPicture());
  const missing = '01a20f41-25df-779b-a2a5-66107dc5978b';
  const faults = async (verb: Parameters<typeof perform>[1]['verbs'][number]) => {
    const outcome = await perform(newsroom, { actor: 'test', story: { slug: SLUG }, verbs: [verb] });
    return outcome.type === 'invalid' ? outcome.errors.map(({ pointer }) => pointer) : [outcome.type];
  };
  assert.deepEqual(await faults(post(showing(media.id))), ['/document/content/1/attrs/alt']);
  assert.deepEqual(await faults(post(showing(missing, 'A wall.'))), ['/document/content/1/attrs/src']);
  assert.deepEqual(await faults(writeTop({ lead: showing(media.id) })), ['/lead/content/1/attrs/alt']);
  assert.deepEqual(await faults(writeTop({ photo: { mediaId: media.id } })), ['/photo/alt']);
  assert.deepEqual(await faults(writeTop({ photo: { mediaId: missing, alt: 'x' } })), ['/photo/mediaId']);
  const opened = await openStory(newsroom, {
    actor: 'test',
    input: { headline: 'New', photo: { mediaId: media.id, credit: 'a\nb' } },
  });
  assert.ok(opened.type === 'invalid');
  assert.deepEqual(
    opened.errors.map(({ pointer }) => pointer),
    ['/photo/credit', '/photo/alt'],
  );
  assert.deepEqual(await faults(post(showing(media.id, 'A wall.'))), ['played']);
  await changeMedia(newsroom, 'test', { mediaId: media.id, input: { alt: 'A wall.' } });
  assert.deepEqual(await faults(writeTop({ photo: { mediaId: media.id }, lead: showing(media.id) })), [
    'played',
  ]);
});

test('the lead picture is a part of the top: it stays when other parts are written, and can be taken off', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { media } = await takes(newsroom, aPicture(), { alt: 'A wall.' });
  const editor = editorAt(newsroom);
  await editor.opens({ photo: { mediaId: media.id, caption: 'The wall.' } });
  const photo = { mediaId: media.id, alt: null, caption: 'The wall.', credit: null };
  const { story } = await editor.onStory(SLUG, writeTop({ dek: 'It holds.' }));
  assert.deepEqual(story.top.photo, photo);
  const without = await editor.onStory(SLUG, writeTop({ photo: null }));
  assert.equal('photo' in without.story.top, false, 'as every top was logged before there were pictures');
  const tops = await newsroom.storage.tops(story.id);
  assert.deepEqual(
    tops.map(({ top }) => top.photo),
    [photo, photo, undefined],
  );
  assert.equal((await verify(newsroom.storage)).type, 'ok');
});

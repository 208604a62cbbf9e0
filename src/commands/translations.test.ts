import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { paragraphs } from '../domain/document.ts';
import { newId } from '../domain/id.ts';
import { happeningOf } from '../domain/event.ts';
import { verify } from '../ops/verify.ts';
import { changeDetails } from './change-details.ts';
import { changeSlug } from './change-slug.ts';
import { checkTranslation } from './check-translation.ts';
import { correctStory } from './correct-story.ts';
import { editUpdate } from './edit-update.ts';
import { linkTranslation } from './link-translation.ts';
import { openStory } from './open-story.ts';
import { perform } from './perform.ts';
import { retractUpdate } from './retract-update.ts';

/** Stories that tell one flood: in English, and in German and Korean where they are linked. */
async function theFlood(newsroom: TestNewsroom) {
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'The flood' });
  const gauge = await desk.posts('the-flood', 'The gauge shows 6 metres.');
  const opens = async (headline: string, lang: string) =>
    (await desk.opens({ headline, lang, translationOf: 'the-flood' })).story;
  const german = await opens('Die Flut', 'de');
  const korean = await opens('홍수', 'ko');
  return { desk, gauge, german, korean };
}

const link = (newsroom: TestNewsroom, slug: string, to: string | null) =>
  perform(newsroom, {
    actor: 'test',
    story: { slug },
    ...(to !== null && { original: { slug: to } }),
    verbs: [linkTranslation(to)],
  });

const check = (newsroom: TestNewsroom, slug: string) =>
  perform(newsroom, { actor: 'test', story: { slug }, original: 'linked', verbs: [checkTranslation()] });

async function standing({ storage }: TestNewsroom, slug: string) {
  const found = await storage.findStory({ slug });
  assert.ok(found);
  const { sourceSeq, sourceCorrectedAt } = found.story;
  const last = (await storage.events(found.story.id, found.seq - 1, 1))[0]!;
  const linked = await storage.linkedStories(found.story.id);
  return {
    seq: found.seq,
    sourceSeq,
    sourceCorrectedAt,
    last: last.kind,
    lastTold: happeningOf(last),
    linked: linked.map(({ story }) => story.slug),
  };
}

async function isWhole({ storage }: TestNewsroom): Promise<void> {
  const verified = await verify(storage);
  assert.equal(verified.type, 'ok', JSON.stringify(verified));
}

const problem = (outcome: { type: string }) => (outcome as { errors?: object[] }).errors?.[0];

test('a translation knows its original, which event of it it stands for, and every other language', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { german, korean } = await theFlood(newsroom);
  assert.deepEqual((await standing(newsroom, 'the-flood')).linked, [german.slug, korean.slug]);
  const there = await standing(newsroom, german.slug);
  assert.deepEqual(there.linked, ['the-flood', korean.slug]);
  assert.equal(there.sourceSeq, 2);
  assert.equal(there.sourceCorrectedAt, null);
  await isWhole(newsroom);
});

test('who joins is told to each of the others in its own log, for its page is made of that', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { german, korean } = await theFlood(newsroom);
  const { last, lastTold } = await standing(newsroom, german.slug);
  assert.equal(last, 'translations');
  assert.deepEqual(
    lastTold?.kind === 'translations' && lastTold.others.map(({ lang, slug }) => [lang, slug]),
    [
      ['en', 'the-flood'],
      ['ko', korean.slug],
    ],
  );
});

test('a correction of the original makes each translation stale, in the same commit', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { desk, gauge, german, korean } = await theFlood(newsroom);
  newsroom.clock.pass(10);
  const position = await newsroom.storage.position();
  await desk.corrects(gauge, '6 metres', '5 metres', 'The gauge shows 5 metres.');
  for (const { slug } of [german, korean]) {
    const there = await standing(newsroom, slug);
    assert.equal(there.last, 'translation-stale');
    assert.equal(there.sourceCorrectedAt, newsroom.clock.now());
  }
  const marks = await newsroom.storage.marks(position, 10);
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['correction', 'translation-stale', 'translation-stale'],
  );
  await isWhole(newsroom);
});

test('so do a correction of the top and a retraction, but no small edit, no edit and no post', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { desk, gauge, german } = await theFlood(newsroom);
  const stale = async () => (await standing(newsroom, german.slug)).sourceCorrectedAt !== null;
  await desk.onUpdate(gauge, editUpdate(gauge, { body: paragraphs(['The gauge shows 6 m.']), small: true }));
  await desk.onUpdate(gauge, editUpdate(gauge, { title: 'The gauge' }));
  const rumour = await desk.posts('the-flood', 'A breach is reported.');
  assert.equal(await stale(), false);
  await desk.onUpdate(rumour, retractUpdate(rumour, 'Nobody saw one.'));
  assert.equal(await stale(), true);
  assert.equal((await check(newsroom, german.slug)).type, 'played');
  assert.equal(await stale(), false);
  const told = { was: 'a flood', is: 'the flood' };
  await desk.onStory('the-flood', correctStory(newId(newsroom.clock.now()), told));
  assert.equal(await stale(), true);
  await isWhole(newsroom);
});

test('who checks a translation moves it on to where the original stands; the others hear that it is good again', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { desk, gauge, german, korean } = await theFlood(newsroom);
  await desk.corrects(gauge, '6 metres', '5 metres', 'The gauge shows 5 metres.');
  const source = await standing(newsroom, 'the-flood');
  await check(newsroom, german.slug);
  const there = await standing(newsroom, german.slug);
  assert.equal(there.sourceSeq, source.seq);
  assert.equal(there.sourceCorrectedAt, null);
  assert.equal((await standing(newsroom, korean.slug)).last, 'translations');
  assert.notEqual((await standing(newsroom, korean.slug)).sourceCorrectedAt, null);
  const head = await newsroom.storage.position();
  assert.deepEqual(problem(await check(newsroom, 'the-flood')), {
    pointer: '/translationChecked',
    detail: 'is for a translation: this story is none',
  });
  assert.equal(await newsroom.storage.position(), head);
});

test('a new address is told to the other languages, whose pages link to it', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { desk, german, korean } = await theFlood(newsroom);
  await desk.onStory(german.slug, changeSlug('hochwasser'));
  assert.equal((await standing(newsroom, 'the-flood')).last, 'translations');
  assert.deepEqual((await standing(newsroom, korean.slug)).linked, ['the-flood', 'hochwasser']);
  await isWhole(newsroom);
});

test('a story is no translation of itself, of a translation, of what is not there, and has none while it is one', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { desk, german } = await theFlood(newsroom);
  await desk.opens({ headline: 'Strike', lang: 'fr' });
  const refusals: [string, string, RegExp][] = [
    ['strike', 'strike', /this story itself/],
    ['strike', german.slug, /link to its original/],
    ['strike', 'nowhere', /there is none at this one/],
    ['the-flood', 'strike', /translations of its own/],
  ];
  for (const [slug, to, expected] of refusals) {
    const refused = problem(await link(newsroom, slug, to)) as { pointer: string; detail: string };
    assert.equal(refused.pointer, '/translationOf');
    assert.match(refused.detail, expected);
  }
  const opened = await openStory(newsroom, {
    actor: 'test',
    input: { headline: 'Again', lang: 'vi', translationOf: 'nowhere' },
  });
  assert.equal(opened.type, 'invalid');
  assert.equal(await newsroom.storage.findStory({ slug: 'again' }), null);
  await isWhole(newsroom);
});

test('each language stands once in a group: the original’s, another translation’s, and later changes of language', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { desk, german } = await theFlood(newsroom);
  await desk.opens({ headline: 'Again', lang: 'en-US' });
  await desk.opens({ headline: 'Nochmals', lang: 'de' });
  for (const slug of ['again', 'nochmals'])
    assert.match(JSON.stringify(problem(await link(newsroom, slug, 'the-flood'))), /tells the same in this/);
  const order = { actor: 'test', story: { slug: german.slug } };
  const refused = await perform(newsroom, { ...order, verbs: [changeDetails({ lang: 'ko' })] });
  assert.match(JSON.stringify(problem(refused)), /"\/lang"/);
  assert.equal(
    (await perform(newsroom, { ...order, verbs: [changeDetails({ lang: 'de-AT' })] })).type,
    'played',
  );
});

test('a link that is taken back leaves no trace in the others; the same link again changes nothing', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { german, korean } = await theFlood(newsroom);
  const head = await newsroom.storage.position();
  await link(newsroom, german.slug, 'the-flood');
  assert.equal(await newsroom.storage.position(), head);
  await link(newsroom, german.slug, null);
  assert.deepEqual((await standing(newsroom, german.slug)).linked, []);
  assert.deepEqual((await standing(newsroom, 'the-flood')).linked, [korean.slug]);
  assert.equal((await standing(newsroom, korean.slug)).last, 'translations');
  await isWhole(newsroom);
});

test('corrections and links that come at once all land, and the translation ends stale', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'The flood' });
  const gauges = await Promise.all(
    [1, 2, 3].map((n) => desk.posts('the-flood', `Gauge ${n} shows 6 metres.`)),
  );
  const langs = ['de', 'ko', 'vi', 'fr'];
  await Promise.all([
    ...langs.map((lang) => desk.opens({ headline: `Flood ${lang}`, lang, translationOf: 'the-flood' })),
    ...gauges.map((id) => desk.corrects(id, '6', '5', 'The gauge shows 5 metres.')),
  ]);
  await desk.corrects(gauges[0]!, '5', '4', 'The gauge shows 4 metres.');
  assert.equal((await standing(newsroom, 'the-flood')).linked.length, 4);
  for (const lang of langs)
    assert.notEqual((await standing(newsroom, `flood-${lang}`)).sourceCorrectedAt, null, lang);
  await isWhole(newsroom);
});

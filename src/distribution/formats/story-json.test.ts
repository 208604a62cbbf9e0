import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsroomOnSqlite, type TestNewsroom } from '../../../test/support/newsroom.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { editUpdate } from '../../commands/edit-update.ts';
import { pinUpdate } from '../../commands/pin-update.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { writeTop } from '../../commands/write-top.ts';
import { paragraphs } from '../../domain/document.ts';
import { storyJson, storyJsonPath, type StoryJson } from './story-json.ts';

const BASE = 'https://news.example.org';

async function asJson({ storage }: TestNewsroom, slug: string): Promise<StoryJson> {
  const found = await storage.findStory({ slug });
  assert.ok(found);
  const snapshot = await storage.snapshot(found.story.id, { order: 'oldest', limit: Infinity });
  assert.ok(snapshot);
  return storyJson(snapshot, await storage.tops(found.story.id), BASE);
}

test('a story tells all of itself, its updates oldest first', async () => {
  await using newsroom = await newsroomOnSqlite('2019-02-28T04:00:00.000Z');
  const editor = editorAt(newsroom);
  await editor.opens({ byline: ['Ines Aguilar'], credit: 'Mara Lund', dek: 'For now.', section: 'Harbour' });
  newsroom.clock.pass(5);
  const first = await editor.posts('the-barrier-holds', 'Water over the quay at nine.', { keyEvent: true });
  newsroom.clock.pass(5);
  await editor.corrects(first, 'nine', 'ten', 'Water over the quay at ten.');
  const second = await editor.posts('the-barrier-holds', 'It holds.', {
    title: 'Still there',
    author: 'Tomas Beck',
  });
  newsroom.clock.pass(5);
  await editor.onUpdate(
    second,
    editUpdate(second, { body: paragraphs(['It holds, so far.']) }),
    pinUpdate(second),
  );
  await editor.onStory('the-barrier-holds', writeTop({ headline: 'The barrier gives way' }));

  const { id, corrections, updates, ...head } = await asJson(newsroom, 'the-barrier-holds');
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(corrections, []);
  assert.deepEqual(head, {
    slug: 'the-barrier-holds',
    url: `${BASE}/stories/the-barrier-holds`,
    seq: 7,
    state: 'live',
    pausedUntil: null,
    endedAt: null,
    headline: 'The barrier gives way',
    headlines: [
      { headline: 'The barrier holds', at: '2019-02-28T04:00:00.000Z' },
      { headline: 'The barrier gives way', at: '2019-02-28T04:15:00.000Z' },
    ],
    dek: 'For now.',
    lead: { html: '<p dir="auto">The river is high.</p>', text: 'The river is high.' },
    byline: ['Ines Aguilar'],
    credit: 'Mara Lund',
    photo: null,
    summary: [],
    pinned: second,
    section: 'Harbour',
    lang: 'en',
    zone: 'America/New_York',
    placeZone: null,
    openedAt: '2019-02-28T04:00:00.000Z',
    updatedAt: '2019-02-28T04:15:00.000Z',
    topWrittenAt: '2019-02-28T04:15:00.000Z',
    updateCount: 2,
    translationOf: null,
    sourceCorrectedAt: null,
    translations: [],
    authors: [],
  });
  const [before, after] = updates;
  const correctionId = before?.corrections[0]?.id;
  assert.deepEqual(before, {
    id: first,
    url: `${BASE}/stories/the-barrier-holds/updates/${first}`,
    seq: 2,
    at: '2019-02-28T04:05:00.000Z',
    timeKnown: true,
    version: 2,
    title: null,
    html: '<p dir="auto">Water over the quay at ten.</p>',
    text: 'Water over the quay at ten.',
    author: null,
    keyEvent: true,
    analysis: false,
    status: 'published',
    editedAt: null,
    retractedAt: null,
    retractionReason: null,
    corrections: [{ id: correctionId, at: '2019-02-28T04:10:00.000Z', was: 'nine', is: 'ten', note: null }],
  });
  assert.deepEqual(
    [after?.id, after?.text, after?.editedAt, after?.author, after?.title],
    [second, 'It holds, so far.', '2019-02-28T04:15:00.000Z', 'Tomas Beck', 'Still there'],
  );
});

test('words that were taken back are nowhere in it', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens();
  const id = await editor.posts('the-barrier-holds', 'Secret words.', { title: 'Secret title' });
  await editor.corrects(id, 'Secret error', 'Secret right', 'Secret words, mended.');
  const summary = [{ text: 'Secret line', updateId: id }, { text: 'It holds.' }];
  await editor.onUpdate(id, writeTop({ summary }));
  await editor.onUpdate(id, retractUpdate(id, 'It was another quay.'));
  const story = await asJson(newsroom, 'the-barrier-holds');
  assert.doesNotMatch(JSON.stringify(story), /Secret/);
  const [stub] = story.updates;
  assert.deepEqual([stub?.title, stub?.html, stub?.text, stub?.corrections], [null, null, null, []]);
  assert.deepEqual([stub?.status, stub?.retractionReason], ['retracted', 'It was another quay.']);
  assert.deepEqual(story.summary, [
    { text: null, updateId: id, retracted: true },
    { text: 'It holds.', updateId: null, retracted: false },
  ]);
});

test('a headline that comes back is told again; a top written under the same one is not', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'A' });
  for (const input of [{ dek: 'x' }, { headline: 'B' }, { headline: 'A' }, { dek: 'y' }]) {
    await editor.onStory('a', writeTop(input));
  }
  const { headlines } = await asJson(newsroom, 'a');
  assert.deepEqual(
    headlines.map(({ headline }) => headline),
    ['A', 'B', 'A'],
  );
});

test('hostile text stays text: markup is escaped in html and as written in text', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  const markup = '<img src=x onerror=alert(1)> & "quotes"';
  await editor.opens({ headline: markup, lead: paragraphs([markup]) });
  const slug = 'img-src-x-onerror-alert-1-quotes';
  await editor.posts(slug, markup, { title: markup });
  const story = await asJson(newsroom, slug);
  assert.equal(story.headline, markup);
  for (const { html, text } of [story.lead, ...story.updates]) {
    assert.equal(text, markup);
    assert.doesNotMatch(html ?? '', /<img/);
  }
});

test('its address is its story’s with .json', () => {
  assert.equal(storyJsonPath('no-deal'), '/stories/no-deal.json');
  assert.equal(storyJsonPath('大雪'), '/stories/%E5%A4%A7%E9%9B%AA.json');
});

const addressed = (slug: string) => ({ slug, url: `${BASE}/stories/${slug}` });

test('a translation tells its original, the other languages, and whether each stands for what is told now', async () => {
  await using newsroom = await newsroomOnSqlite('2019-02-28T04:00:00.000Z');
  const editor = editorAt(newsroom);
  await editor.opens();
  const id = await editor.posts('the-barrier-holds', 'Water over the quay at nine.');
  for (const [headline, lang] of [
    ['Das Sperrwerk hält', 'de'],
    ['La barrière tient', 'fr'],
  ] as const)
    await editor.opens({ headline, lang, translationOf: 'the-barrier-holds' });
  newsroom.clock.pass(5);
  await editor.corrects(id, 'nine', 'ten', 'Water over the quay at ten.');
  const german = await asJson(newsroom, 'das-sperrwerk-halt');
  assert.deepEqual(
    [german.translationOf, german.sourceCorrectedAt],
    ['the-barrier-holds', '2019-02-28T04:05:00.000Z'],
  );
  assert.deepEqual(german.translations, [
    { lang: 'en', ...addressed('the-barrier-holds'), stale: false },
    { lang: 'fr', ...addressed('la-barriere-tient'), stale: true },
  ]);
  const original = await asJson(newsroom, 'the-barrier-holds');
  assert.deepEqual([original.translationOf, original.sourceCorrectedAt], [null, null]);
  assert.deepEqual(
    original.translations.map(({ lang }) => lang),
    ['de', 'fr'],
  );
});

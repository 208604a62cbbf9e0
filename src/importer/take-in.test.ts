import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { perform } from '../commands/perform.ts';
import { recordAuthor } from '../commands/record-author.ts';
import { writeTop } from '../commands/write-top.ts';
import { documentText } from '../render/document-text.ts';
import type { StoryState } from '../domain/story.ts';
import { propose, type ProposeOptions } from './propose.ts';
import { digestOf, takeIn } from './take-in.ts';

const NOW = '2026-05-04T15:00:00.000Z';

const POST = `Crane Falls Across Harbor Road

By Lena Marsh

Photo: Otto Brand/Harbor Press

A building crane has come down across Harbor Road in the storm. Nobody is known to be hurt.

Asked whether anyone was under it, fire chief Ada Moran said: “We do not think so. We are looking.”

Update, 03/02/2025, 11:50 p.m. ET: The road is closed between the market and the bridge.

“We will not lift anything before daylight,” Moran said.

Update, 12:20 a.m. ET: A second crane on the same site is being watched.

“It moves,” Moran said, as if that settled it. “They all move.”

Update: The site's owner has not called back.

About the author

Lena Marsh

Reporter. Walks home along the harbor.
`;

async function takenIn(
  newsroom: TestNewsroom,
  text: string,
  options: ProposeOptions & { state?: StoryState } = {},
) {
  const bytes = new TextEncoder().encode(text);
  const { state, ...reading } = options;
  const proposal = propose(bytes, reading);
  assert.ok(proposal.type === 'proposed', JSON.stringify(proposal));
  const taken = await takeIn(newsroom, { proposal, digest: digestOf(bytes), ...(state && { state }) });
  assert.ok(taken.type === 'taken-in', JSON.stringify(taken));
  const { storage } = newsroom;
  const snapshot = await storage.snapshot(taken.story.id, { order: 'oldest', limit: Infinity });
  assert.ok(snapshot);
  return { ...taken, ...snapshot, events: await storage.events(taken.story.id, 0, 1000) };
}

test('a flat post becomes a story whose updates stand at their original times, recorded now', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const { story, updates, events } = await takenIn(newsroom, POST);
  assert.equal(story.top.headline, 'Crane Falls Across Harbor Road');
  assert.equal(story.slug, 'crane-falls-across-harbor-road');
  assert.deepEqual(story.top.byline, ['Lena Marsh']);
  assert.equal(story.top.credit, 'Otto Brand/Harbor Press');
  assert.equal(story.zone, 'America/New_York');
  assert.equal(story.state, 'live');
  assert.deepEqual(
    updates.map(({ at, timeKnown }) => [at, timeKnown]),
    [
      ['2025-03-03T04:50:00.000Z', true],
      ['2025-03-03T05:20:00.000Z', true],
      ['2025-03-03T05:20:00.000Z', false],
    ],
  );
  assert.ok(events.every(({ recordedAt }) => recordedAt === NOW));
});

test('a post that does not say when it was published stands a minute before its first update, with a warning', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const { story, warnings } = await takenIn(newsroom, POST);
  assert.equal(story.openedAt, '2025-03-03T04:49:00.000Z');
  assert.match(warnings.join('\n'), /stands as 2025-03-02 23:49 \(America\/New_York\)/);
});

test('a quotation whose speaker is known is set as a statement, and no word of the post is lost', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const { story, updates } = await takenIn(newsroom, POST);
  const [, lead, asked] = story.top.lead.content;
  assert.equal(lead?.type, 'paragraph');
  assert.ok(asked?.type === 'statement');
  assert.equal(asked.attrs.speaker, 'Ada Moran');
  assert.equal(
    documentText({ type: 'doc', content: [asked] }).includes('We do not think so. We are looking.'),
    true,
  );
  const [first] = updates;
  assert.deepEqual(
    first?.body.content.map(({ type }) => type),
    ['paragraph', 'statement'],
  );
  const words = [story.top.lead, ...updates.map(({ body }) => body)]
    .map((body) => documentText(body))
    .join(' ');
  for (const word of POST.split('By Lena Marsh')[1]!
    .split('About the author')[0]!
    .match(/[\p{L}’']{3,}/gu) ?? []) {
    if (/^(?:Photo|Otto|Brand|Press|Update)$/.test(word)) continue;
    assert.ok(words.includes(word), `“${word}” is lost`);
  }
});

test('where the reporter speaks between two quotations, the paragraph stays the reporter’s', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const { updates } = await takenIn(newsroom, POST);
  assert.deepEqual(
    updates[1]?.body.content.map(({ type }) => type),
    ['paragraph', 'paragraph'],
  );
});

test('the same bytes are taken in once, whatever happened to the story since', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const { story } = await takenIn(newsroom, POST);
  const verbs = [writeTop({ headline: 'The Crane Is Up Again' })];
  await perform(newsroom, { actor: 'test', story: { id: story.id }, verbs });
  const bytes = new TextEncoder().encode(POST);
  const proposal = propose(bytes);
  assert.ok(proposal.type === 'proposed');
  const again = await takeIn(newsroom, { proposal, digest: digestOf(bytes) });
  assert.deepEqual(again, {
    type: 'already-here',
    story: { id: story.id, slug: story.slug, updates: 3 },
  });
});

test('an ended post closes at its last time, a paused one rests', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const ended = await takenIn(newsroom, POST, { state: 'ended' });
  assert.deepEqual([ended.story.state, ended.story.endedAt], ['ended', '2025-03-03T05:20:00.000Z']);
  const paused = await takenIn(newsroom, `${POST}\n`, { state: 'paused' });
  assert.deepEqual([paused.story.state, paused.story.pausedUntil], ['paused', null]);
  assert.equal(paused.story.slug, 'crane-falls-across-harbor-road-2');
});

test('a correction at the foot of a post is told of the story', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const told =
    'Correction: An earlier version of this post put the crane on Market Street. It fell on Harbor Road.';
  const { corrections, warnings } = await takenIn(
    newsroom,
    `${POST.split('About the author')[0]}\n${told}\n`,
  );
  assert.equal(corrections.length, 1);
  assert.equal(corrections[0]?.updateId, null);
  assert.match(corrections[0]?.is ?? '', /Market Street\. It fell on Harbor Road\./);
  assert.match(warnings.join('\n'), /correction gives no time/);
});

test('what a post says about its author is recorded, but never over what the newsroom knows', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  await takenIn(newsroom, POST);
  assert.match((await newsroom.storage.author('lena-marsh'))?.bio ?? '', /Walks home along the harbor/);
  await recordAuthor(newsroom, 'test', { name: 'Lena Marsh', role: 'Editor', bio: 'Our own words.' });
  await takenIn(newsroom, `${POST}\n`);
  assert.equal((await newsroom.storage.author('lena-marsh'))?.bio, 'Our own words.');
});

test('a live blog that prints its newest entry first is replayed from its oldest', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const { updates } = await takenIn(
    newsroom,
    `Bridge Watch\n\nThe river is rising.\n\nUpdate, 3/2/2025, 9:30 p.m. ET: The bridge is closed.\n\nUpdate, 3/2/2025, 9:10 p.m. ET: Cars are turned back.\n\nUpdate, 3/2/2025, 8:40 p.m. ET: Water is on the deck.\n`,
  );
  assert.deepEqual(
    updates.map(({ at }) => at),
    ['2025-03-03T01:40:00.000Z', '2025-03-03T02:10:00.000Z', '2025-03-03T02:30:00.000Z'],
  );
});

test('a post without a headline is opened under its first words, and says so', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const bytes = new TextEncoder().encode(`${POST} `);
  const proposal = propose(bytes);
  assert.ok(proposal.type === 'proposed');
  const taken = await takeIn(newsroom, { proposal: { ...proposal, headline: '' }, digest: digestOf(bytes) });
  assert.ok(taken.type === 'taken-in');
  assert.match(taken.story.slug, /^a-building-crane-has-come-down/);
  assert.match(taken.warnings.join('\n'), /no headline/);
});

test('a name or headline no field can hold is cut with a warning, and stands whole in the lead', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const bytes = new TextEncoder().encode('long');
  const proposal = propose(new TextEncoder().encode(POST));
  assert.ok(proposal.type === 'proposed');
  const long = 'A very long headline indeed '.repeat(20).trim();
  const strained = { ...proposal, headline: long, byline: ['x'.repeat(200)] };
  const taken = await takeIn(newsroom, { proposal: strained, digest: digestOf(bytes) });
  assert.ok(taken.type === 'taken-in', JSON.stringify(taken));
  const found = await newsroom.storage.findStory({ id: taken.story.id });
  assert.ok(documentText(found!.story.top.lead).startsWith(long));
  assert.equal(taken.warnings.filter((line) => /longer than 300|byline/.test(line)).length, 2);
});

test('a lead that no document can hold is refused, and nothing is written', async () => {
  await using newsroom = await newsroomOnSqlite(NOW);
  const proposal = propose(new TextEncoder().encode(POST));
  assert.ok(proposal.type === 'proposed');
  const endless = { ...proposal, body: ['word '.repeat(50_000)], statements: [] };
  const refused = await takeIn(newsroom, { proposal: endless, digest: digestOf(new Uint8Array(3)) });
  assert.equal(refused.type, 'invalid');
  assert.equal(await newsroom.storage.position(), 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../domain/document.ts';
import { newId } from '../domain/id.ts';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { changeDetails } from './change-details.ts';
import { changeSlug } from './change-slug.ts';
import { changeState } from './change-state.ts';
import { correctStory } from './correct-story.ts';
import { correctUpdate } from './correct-update.ts';
import { editUpdate } from './edit-update.ts';
import { expectStoryVersion, expectUpdateVersion } from './expect-version.ts';
import { markKeyEvent } from './mark-key-event.ts';
import { openStory } from './open-story.ts';
import { perform } from './perform.ts';
import { pinUpdate, unpinUpdate } from './pin-update.ts';
import { postUpdate } from './post-update.ts';
import { recordAuthor } from './record-author.ts';
import { retractUpdate } from './retract-update.ts';
import { writeTop } from './write-top.ts';

test('a story is published at once, under an address made from its first headline', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { story, seq } = await editorAt(newsroom).opens({ headline: 'No Deal' });
  assert.equal(story.slug, 'no-deal');
  assert.equal(seq, 1);
  assert.equal(story.state, 'live');
  assert.equal(story.openedAt, '2019-02-28T03:55:00.000Z');
});

test('a second story under the same headline gets a number, and so does a third opened at the same moment', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'No Deal' });
  const both = await Promise.all([
    editor.opens({ headline: 'No Deal' }),
    editor.opens({ headline: 'No Deal' }),
  ]);
  assert.deepEqual(both.map(({ story }) => story.slug).toSorted(), ['no-deal-2', 'no-deal-3']);
});

test('a story cannot be opened without a headline, in no zone or with a hostile lead; every fault is told at once', async () => {
  await using newsroom = await newsroomOnSqlite();
  const lead = { type: 'doc', content: [{ type: 'script' }] };
  const refused = await openStory(newsroom, { actor: 'test', input: { headline: ' ', lead, zone: 'UTC-5' } });
  assert.equal(refused.type, 'invalid');
  const pointers = refused.type === 'invalid' ? refused.errors.map((error) => error.pointer) : [];
  assert.deepEqual(pointers, ['/headline', '/lead/content/0/type', '/zone']);
  assert.equal(await newsroom.storage.position(), 0);
});

test('the headline turns as the night does, the address stays, every top is kept', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'A deal is near' });
  newsroom.clock.pass(90);
  const { story } = await editor.onStory('a-deal-is-near', writeTop({ headline: 'No Deal' }));
  assert.equal(story.slug, 'a-deal-is-near');
  assert.equal(story.headlineAt, '2019-02-28T05:25:00.000Z');
  assert.equal(
    story.leadAt,
    '2019-02-28T03:55:00.000Z',
    'the lead is older than the headline, and that is known',
  );
  const tops = await newsroom.storage.tops(story.id);
  assert.deepEqual(
    tops.map(({ version, top }) => [version, top.headline]),
    [
      [1, 'A deal is near'],
      [2, 'No Deal'],
    ],
  );
});

test('writing the top as it stands is no event', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Same' });
  const { events, seq } = await editor.onStory('same', writeTop({ headline: 'Same' }));
  assert.deepEqual([events.length, seq], [0, 1]);
});

const lineOn = (updateId: string) => ({ summary: [{ text: 'Lunch off', updateId }] });

test('a summary line rests on an update of this story, and on none that was retracted', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'One' });
  await editor.opens({ headline: 'Two' });
  const here = await editor.posts('one', 'The lunch is off.');
  const elsewhere = await editor.posts('two', 'Another matter.');
  await perform(newsroom, {
    actor: 'test',
    story: { slug: 'one' },
    updateIds: [here],
    verbs: [writeTop(lineOn(here))],
  });
  const foreign = await perform(newsroom, {
    actor: 'test',
    story: { slug: 'one' },
    updateIds: [elsewhere],
    verbs: [writeTop(lineOn(elsewhere))],
  });
  assert.equal(foreign.type, 'invalid');
  await editor.onUpdate(here, retractUpdate(here, 'The kitchen spoke too soon.'));
  const again = await perform(newsroom, {
    actor: 'test',
    story: { slug: 'one' },
    updateIds: [here],
    verbs: [writeTop({ summary: [{ text: 'Lunch off, surely', updateId: here }] })],
  });
  assert.match(JSON.stringify(again), /retracted: rewrite the line/);
});

test('a small edit prints its time and moves nothing else; an edit moves the story too', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const id = await editor.posts('river', 'The brdge is closed.');
  newsroom.clock.pass(10);
  const small = await editor.onUpdate(
    id,
    editUpdate(id, { body: paragraphs(['The bridge is closed.']), small: true }),
  );
  assert.equal(small.updates.get(id)?.editedAt, '2019-02-28T04:05:00.000Z');
  assert.equal(small.story.updatedAt, '2019-02-28T03:55:00.000Z');
  newsroom.clock.pass(10);
  const full = await editor.onUpdate(id, editUpdate(id, { body: paragraphs(['Both bridges are closed.']) }));
  assert.equal(full.story.updatedAt, '2019-02-28T04:15:00.000Z');
  assert.equal(full.updates.get(id)?.version, 3);
});

test('a correction keeps what was wrong and what is right', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  const { story } = await editor.opens({ headline: 'River' });
  const id = await editor.posts('river', 'Forty houses are flooded.');
  await editor.corrects(id, 'Forty houses', 'Fourteen houses', 'Fourteen houses are flooded.');
  const [correction] = await newsroom.storage.corrections(story.id);
  assert.deepEqual(
    [correction?.was, correction?.is, correction?.updateId],
    ['Forty houses', 'Fourteen houses', id],
  );
});

test('the top can be corrected in the open as well', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  const { story } = await editor.opens({ headline: 'River' });
  const correctionId = newId(newsroom.clock.now());
  await editor.onStory(
    'river',
    correctStory(correctionId, { was: 'the Elbe', is: 'the Oder', note: 'A slip of the map.' }),
  );
  const [correction] = await newsroom.storage.corrections(story.id);
  assert.deepEqual([correction?.updateId, correction?.note], [null, 'A slip of the map.']);
});

test('a retracted update stays as a stub: its words, its corrections, its pin and its mark are gone', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  const { story } = await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'Lunch is back on.', { title: 'Lunch on', keyEvent: true });
  await editor.corrects(id, 'noon', 'one', 'Lunch is back on at one.');
  await editor.onUpdate(id, pinUpdate(id));
  await editor.onUpdate(id, retractUpdate(id, 'Our source took it back.'));
  const snapshot = await newsroom.storage.snapshot(story.id, { order: 'newest', limit: 10 });
  const [stub] = snapshot!.updates;
  assert.deepEqual(
    [stub?.status, stub?.title, stub?.retractionReason],
    ['retracted', null, 'Our source took it back.'],
  );
  assert.doesNotMatch(JSON.stringify(snapshot), /back on/);
  assert.deepEqual(
    [snapshot!.pinned, snapshot!.keyEvents, snapshot!.corrections, snapshot!.story.updateCount],
    [null, [], [], 0],
  );
});

test('what was retracted cannot be edited, corrected, pinned, marked or retracted again', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'Wrong.');
  await editor.onUpdate(id, retractUpdate(id, 'It was wrong.'));
  const verbs = [
    editUpdate(id, { title: 'x' }),
    correctUpdate(id, newId(newsroom.clock.now()), { was: 'a', is: 'b' }),
    pinUpdate(id),
    markKeyEvent(id, true),
    retractUpdate(id, 'again'),
  ];
  for (const verb of verbs) {
    const refused = await perform(newsroom, { actor: 'test', story: { updateId: id }, verbs: [verb] });
    assert.deepEqual(refused, { type: 'update-retracted', id });
  }
});

test('an ended story takes no update, takes a correction, and can be taken up again', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'They met for two hours.');
  const ended = await editor.onStory('talks', changeState('ended'));
  assert.equal(ended.story.endedAt, newsroom.clock.now());
  const post = await perform(newsroom, {
    actor: 'test',
    story: { slug: 'talks' },
    verbs: [postUpdate(newId(newsroom.clock.now()), { title: 'More' })],
  });
  assert.deepEqual(post, { type: 'story-ended' });
  await editor.corrects(id, 'two', 'three', 'They met for three hours.');
  const live = await editor.onStory('talks', changeState('live'));
  assert.deepEqual([live.story.state, live.story.endedAt], ['live', null]);
  await editor.posts('talks', 'They meet again.');
});

test('a pause says until when, and cannot end before it began', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const paused = await editor.onStory('talks', changeState('paused', '2019-02-28T12:00:00.000Z'));
  assert.deepEqual([paused.story.state, paused.story.pausedUntil], ['paused', '2019-02-28T12:00:00.000Z']);
  const past = await perform(newsroom, {
    actor: 'test',
    story: { slug: 'talks' },
    verbs: [changeState('paused', '2019-02-28T01:00:00.000Z')],
  });
  assert.equal(past.type, 'invalid');
});

test('a pin replaces the one before it, and unpinning what is not pinned is no event', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const first = await editor.posts('talks', 'First.');
  const second = await editor.posts('talks', 'Second.');
  await editor.onUpdate(first, pinUpdate(first));
  assert.equal((await editor.onUpdate(second, pinUpdate(second))).story.pinnedId, second);
  assert.equal((await editor.onUpdate(first, unpinUpdate(first))).events.length, 0);
  assert.equal((await editor.onUpdate(second, unpinUpdate(second))).story.pinnedId, null);
});

test('every address a story had leads to it, and none can be taken by another story', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  const { story } = await editor.opens({ headline: 'Talks' });
  await editor.opens({ headline: 'Other' });
  await editor.onStory('talks', changeSlug('hanoi-talks'));
  for (const slug of ['talks', 'hanoi-talks']) {
    assert.equal((await newsroom.storage.findStory({ slug }))?.story.id, story.id);
  }
  const taken = await perform(newsroom, {
    actor: 'test',
    story: { slug: 'other' },
    verbs: [changeSlug('talks')],
  });
  assert.deepEqual(taken, { type: 'slug-taken', slug: 'talks' });
  const composed = await editor.onStory('other', changeSlug('cafe\u0301'));
  assert.equal(composed.story.slug, 'café', 'in whichever form it was typed');
  const back = await editor.onStory('hanoi-talks', changeSlug('talks'));
  assert.equal(back.story.slug, 'talks');
  for (const slug of ['', 'Talks', 'a--b', '-a', 'a b', 'site', '../x', 'x'.repeat(81)]) {
    const refused = await perform(newsroom, {
      actor: 'test',
      story: { slug: 'talks' },
      verbs: [changeSlug(slug)],
    });
    assert.equal(refused.type, 'invalid', slug);
  }
});

test('two editors who change one version: the second is told the version that stands', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const change = (headline: string) =>
    perform(newsroom, {
      actor: 'test',
      story: { slug: 'talks' },
      verbs: [expectStoryVersion(1), writeTop({ headline })],
    });
  const outcomes = await Promise.all([change('Talks fail'), change('Talks falter')]);
  assert.deepEqual(outcomes.map(({ type }) => type).toSorted(), ['played', 'stale-version']);
  assert.ok(outcomes.some((outcome) => outcome.type === 'stale-version' && outcome.current === 2));
  const id = await editor.posts('talks', 'Both left.');
  const stale = await perform(newsroom, {
    actor: 'test',
    story: { updateId: id },
    verbs: [expectUpdateVersion(id, 7), editUpdate(id, { title: 'x' })],
  });
  assert.deepEqual(stale, { type: 'stale-version', current: 1 });
});

test('several verbs in one commit: all of them, or none', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const both = await editor.onStory('talks', writeTop({ headline: 'Over' }), changeState('ended'));
  assert.equal(both.events.length, 2);
  const refused = await perform(newsroom, {
    actor: 'test',
    story: { slug: 'talks' },
    verbs: [writeTop({ headline: 'Once more' }), changeDetails({ zone: 'Mars/Olympus' })],
  });
  assert.equal(refused.type, 'invalid');
  assert.equal((await newsroom.storage.findStory({ slug: 'talks' }))?.story.top.headline, 'Over');
});

test('a clock that is set back turns no story back: an event never takes effect before the one it follows', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  const { story } = await editor.opens({ headline: 'Talks' });
  newsroom.clock.set('2019-02-28T02:00:00.000Z');
  await editor.posts('talks', 'Written by a clock that is wrong.');
  const [, post] = await newsroom.storage.events(story.id, 0, 10);
  assert.deepEqual([post?.at, post?.recordedAt], ['2019-02-28T03:55:00.000Z', '2019-02-28T02:00:00.000Z']);
});

test('an author is recorded once; another person with the same address is refused', async () => {
  await using newsroom = await newsroomOnSqlite();
  await recordAuthor(newsroom, 'test', { name: 'Mara Okafor', role: 'Night editor' });
  const again = await recordAuthor(newsroom, 'test', { name: 'Mara Okafor', role: 'Night editor' });
  assert.equal(again.type, 'recorded');
  assert.equal((await newsroom.storage.site()).seq, 1);
  const other = await recordAuthor(newsroom, 'test', { name: 'Mara  Okafor!' });
  assert.equal(other.type, 'slug-taken');
});

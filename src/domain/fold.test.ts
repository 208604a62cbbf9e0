import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDocument, type DocumentJSON } from './document.ts';
import type { Happening } from './event.ts';
import { fold, type RowChange, type Standing } from './fold.ts';
import { DEFAULT_SITE } from './site.ts';
import type { Story, Top } from './story.ts';
import type { Update } from './update.ts';

const text = (words: string): DocumentJSON => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

const instant = (seq: number): string => `2026-02-03T21:00:${String(seq).padStart(2, '0')}.000Z`;

const top: Top = {
  headline: 'Bridge closed',
  dek: null,
  lead: text('The bridge was closed at nine.'),
  byline: ['Ines Okafor'],
  credit: null,
  summary: [],
};

/** Folds happenings one after another, as a story's log has them; what stands after the last, and what each changed. */
function told(...happenings: Happening[]): {
  story: Story;
  updates: Map<string, Update>;
  changes: RowChange[][];
} {
  let story: Story | null = null;
  const updates = new Map<string, Update>();
  const changes = happenings.map((happening, index) => {
    const seq = index + 1;
    const update = 'updateId' in happening ? (updates.get(happening.updateId) ?? null) : null;
    const before: Standing = { story, update };
    const frozen = JSON.stringify(before);
    const rows = fold(before, {
      storyId: 'bridge',
      seq,
      at: instant(seq),
      recordedAt: instant(59),
      happening,
    });
    assert.equal(JSON.stringify(before), frozen, 'what stood before is left as it was');
    for (const row of rows) {
      if (row.row === 'story') story = row.value;
      if (row.row === 'update') updates.set(row.value.id, row.value);
    }
    return rows;
  });
  assert.ok(story);
  return { story, updates, changes };
}

const open: Happening = {
  kind: 'open',
  slug: 'bridge',
  top,
  lang: 'en',
  zone: 'America/New_York',
  placeZone: null,
  section: 'City',
};
const post = (updateId: string, words = 'Divers are down.'): Happening => ({
  kind: 'post',
  updateId,
  timeKnown: true,
  author: 'Bo Lind',
  keyEvent: true,
  analysis: false,
  title: 'Divers',
  body: text(words),
});
const edit = (kind: 'edit' | 'small-edit', words: string): Happening => ({
  kind,
  updateId: 'u1',
  author: null,
  analysis: true,
  title: null,
  body: text(words),
});
const fix: Happening = {
  kind: 'correction',
  updateId: 'u1',
  correctionId: 'c1',
  was: 'Forty',
  is: 'Fourteen',
  note: 'Miscounted.',
  title: 'Cars',
  body: text('Fourteen cars.'),
};
const retract: Happening = { kind: 'retraction', updateId: 'u1', reason: 'It was another bridge.' };

const state = (to: Story['state'], until: string | null = null): Happening => ({
  kind: 'state',
  state: to,
  until,
});
const facts = ({ story }: { story: Story }) => [story.state, story.pausedUntil, story.endedAt, story.version];
const ofSite = (happening: Happening) => ({
  storyId: 'site',
  seq: 1,
  at: instant(1),
  recordedAt: instant(1),
  happening,
});

test('a story opens live, with its first top and its address', () => {
  const { story, changes } = told(open);
  assert.equal(story.state, 'live');
  assert.equal(story.updateCount, 0);
  assert.deepEqual([story.version, story.topVersion], [1, 1]);
  const { openedAt, updatedAt, topWrittenAt, headlineAt, leadAt } = story;
  for (const at of [openedAt, updatedAt, topWrittenAt, headlineAt, leadAt]) assert.equal(at, instant(1));
  assert.deepEqual(changes[0]?.slice(1), [
    { row: 'top', value: { storyId: 'bridge', version: 1, seq: 1, at: instant(1), top } },
    { row: 'slug', value: { slug: 'bridge', storyId: 'bridge' } },
  ]);
});

test('a new headline over an old lead is told apart: each has its own time', () => {
  const turned = { ...top, headline: 'Bridge stands' };
  const { story, changes } = told(open, { kind: 'top', top: turned });
  assert.deepEqual(
    [story.headlineAt, story.leadAt, story.topWrittenAt],
    [instant(2), instant(1), instant(2)],
  );
  assert.deepEqual([story.version, story.topVersion], [2, 2]);
  assert.deepEqual(changes[1]?.[1], {
    row: 'top',
    value: { storyId: 'bridge', version: 2, seq: 2, at: instant(2), top: turned },
  });
});

test('written through, the lead has a new time as well; a new byline alone moves neither', () => {
  const lead = { ...top, lead: text('It stands.') };
  assert.equal(told(open, { kind: 'top', top: lead }).story.leadAt, instant(2));
  const byline = { ...top, byline: ['Bo Lind'] };
  const { story } = told(open, { kind: 'top', top: byline });
  assert.deepEqual(
    [story.headlineAt, story.leadAt, story.topWrittenAt],
    [instant(1), instant(1), instant(2)],
  );
});

test('a post is counted, stands at its seq, and is news of the story', () => {
  const { story, updates } = told(open, post('u1'));
  assert.deepEqual([story.updateCount, story.updatedAt], [1, instant(2)]);
  assert.equal(story.version, 1, 'the story itself is not another version for it');
  const { seq, lastSeq, version, status, at, keyEvent, author } = updates.get('u1')!;
  assert.deepEqual(
    { seq, lastSeq, version, status, at, keyEvent, author },
    {
      seq: 2,
      lastSeq: 2,
      version: 1,
      status: 'published',
      at: instant(2),
      keyEvent: true,
      author: 'Bo Lind',
    },
  );
});

test('an edit is news, a small edit is not; both are dated and leave the update at its place', () => {
  for (const kind of ['edit', 'small-edit'] as const) {
    const { story, updates } = told(open, post('u1'), edit(kind, 'Two divers are down.'));
    const update = updates.get('u1')!;
    assert.deepEqual([update.seq, update.lastSeq, update.version], [2, 3, 2]);
    assert.deepEqual([update.editedAt, update.title, update.analysis], [instant(3), null, true]);
    assert.equal(update.keyEvent, true, 'what the edit does not speak of stays');
    assert.equal(story.updatedAt, kind === 'edit' ? instant(3) : instant(2));
    assert.equal(update.modifiedAt, kind === 'edit' ? instant(3) : null);
  }
});

test('a correction changes the words, keeps before and after in the open, and is no edit', () => {
  const { story, updates, changes } = told(open, post('u1'), fix);
  const update = updates.get('u1')!;
  assert.deepEqual([update.title, update.body, update.editedAt], ['Cars', text('Fourteen cars.'), null]);
  assert.equal(story.updatedAt, instant(3));
  assert.deepEqual(changes[2]?.at(-1), {
    row: 'correction',
    value: {
      id: 'c1',
      storyId: 'bridge',
      updateId: 'u1',
      seq: 3,
      at: instant(3),
      was: 'Forty',
      is: 'Fourteen',
      note: 'Miscounted.',
    },
  });
});

test('a correction of the top stands by the story', () => {
  const { changes, story } = told(open, {
    kind: 'story-correction',
    correctionId: 'c1',
    was: null,
    is: 'south',
    note: null,
  });
  const correction = changes[1]?.at(-1);
  assert.ok(correction?.row === 'correction' && correction.value.updateId === null);
  assert.equal(story.updatedAt, instant(2));
});

test('of a retracted update a stub is left: no words, no corrections, no pin, no key event, not counted', () => {
  const { story, updates, changes } = told(open, post('u1'), fix, { kind: 'pin', updateId: 'u1' }, retract);
  const update = updates.get('u1')!;
  assert.deepEqual([update.title, update.body, update.keyEvent], [null, emptyDocument(), false]);
  assert.deepEqual([update.status, update.retractedAt], ['retracted', instant(5)]);
  assert.equal(update.retractionReason, 'It was another bridge.');
  assert.equal(update.seq, 2, 'it stays at its place');
  assert.deepEqual([story.pinnedId, story.updateCount, story.updatedAt], [null, 0, instant(5)]);
  assert.deepEqual(changes[4]?.at(-1), { row: 'forget-corrections', updateId: 'u1' });
  assert.doesNotMatch(JSON.stringify([story, update]), /Divers|cars/i);
});

test('the retraction of another update leaves the pin', () => {
  const { story } = told(open, post('u1'), post('u2'), { kind: 'pin', updateId: 'u2' }, retract);
  assert.deepEqual([story.pinnedId, story.updateCount], ['u2', 1]);
});

test('a pin is put and taken off, a key event marked and unmarked, without being news', () => {
  const pinned = told(open, post('u1'), { kind: 'pin', updateId: 'u1' });
  assert.deepEqual([pinned.story.pinnedId, pinned.story.updatedAt], ['u1', instant(2)]);
  const off = told(open, post('u1'), { kind: 'pin', updateId: 'u1' }, { kind: 'unpin', updateId: 'u1' });
  assert.equal(off.story.pinnedId, null);
  const unmarked = told(open, post('u1'), { kind: 'key-event', updateId: 'u1', marked: false });
  const update = unmarked.updates.get('u1')!;
  assert.deepEqual([update.keyEvent, update.version, update.lastSeq], [false, 2, 3]);
  assert.equal(unmarked.story.updatedAt, instant(2));
});

test('a story pauses until an hour, goes live, ends, and can be reopened', () => {
  assert.deepEqual(facts(told(open, state('paused', instant(30)))), ['paused', instant(30), null, 2]);
  assert.deepEqual(facts(told(open, state('paused', instant(30)), state('live'))), ['live', null, null, 3]);
  assert.deepEqual(facts(told(open, state('ended'))), ['ended', null, instant(2), 2]);
  assert.deepEqual(facts(told(open, state('ended'), state('live'))), ['live', null, null, 3]);
});

test('a changed address is in force and the former one stays known', () => {
  const { story, changes } = told(open, { kind: 'slug', slug: 'harbour-bridge' });
  assert.deepEqual([story.slug, story.version, story.updatedAt], ['harbour-bridge', 2, instant(1)]);
  assert.deepEqual(changes[1]?.slice(1), [
    { row: 'slug', value: { slug: 'harbour-bridge', storyId: 'bridge' } },
  ]);
});

test('language, zones and section change without a new top', () => {
  const details = { lang: 'vi', zone: 'America/New_York', placeZone: 'Asia/Ho_Chi_Minh', section: null };
  const { story } = told(open, { kind: 'details', ...details });
  const { lang, zone, placeZone, section } = story;
  assert.deepEqual({ lang, zone, placeZone, section }, details);
  assert.deepEqual([story.version, story.topVersion], [2, 1]);
});

const link = (of: string | null, sourceSeq: number | null): Happening => ({
  kind: 'translation',
  of,
  sourceSeq,
});
const linkFacts = ({ story }: { story: Story }) => [
  story.translationOf,
  story.sourceSeq,
  story.sourceCorrectedAt,
  story.version,
];

test('a translation stands for its original up to an event, is made stale, is checked, and can be unlinked', () => {
  const stale = { kind: 'translation-stale', sourceSeq: 7, correctedAt: instant(40) } as const;
  assert.deepEqual(linkFacts(told(open)), [null, null, null, 1]);
  assert.deepEqual(linkFacts(told(open, link('ship', 5))), ['ship', 5, null, 2]);
  assert.deepEqual(linkFacts(told(open, link('ship', 5), stale)), ['ship', 5, instant(40), 2]);
  assert.deepEqual(linkFacts(told(open, link('ship', 5), stale, link('ship', 9))), ['ship', 9, null, 3]);
  assert.deepEqual(linkFacts(told(open, link('ship', 5), stale, link(null, null))), [null, null, null, 3]);
  const { changes, story } = told(open, { kind: 'translations', others: [] });
  assert.deepEqual(changes[1], []);
  assert.equal(story.updatedAt, instant(1), 'nothing of it is news');
});

test('the site’s own log folds to its settings, its authors and its pages', () => {
  const nothing: Standing = { story: null, update: null };
  const author = { slug: 'ines-okafor', name: 'Ines Okafor', role: null, bio: null };
  assert.deepEqual(fold(nothing, ofSite({ kind: 'author', ...author })), [{ row: 'author', value: author }]);
  assert.deepEqual(fold(nothing, ofSite({ kind: 'site', name: 'The Estuary' })), [
    { row: 'site', value: { ...DEFAULT_SITE, name: 'The Estuary', version: 1 } },
  ]);
  const page = { slug: 'about', title: 'About us', body: text('We.'), lang: null, inFooter: true };
  assert.deepEqual(fold(nothing, ofSite({ kind: 'page', ...page })), [
    { row: 'page', value: { ...page, version: 1, changedAt: instant(1) } },
  ]);
  assert.deepEqual(fold(nothing, ofSite({ kind: 'page-removed', slug: 'about' })), [
    { row: 'forget-page', slug: 'about' },
  ]);
});

test('settings logged before a setting was thought of have its default', () => {
  const [change] = fold({ story: null, update: null }, ofSite({ kind: 'site', name: 'A', font: 'sans' }));
  assert.deepEqual(change, { row: 'site', value: { ...DEFAULT_SITE, name: 'A', font: 'sans', version: 1 } });
});

test('an event that cannot follow what stands is a broken log, and thrown', () => {
  assert.throws(() => told(post('u1')), /before the story was opened/);
  assert.throws(() => told(open, retract), /an update that was never posted/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, entriesOf, passes, standingsOf } from './entries.ts';
import { aDraft, anUpdate } from '../reading/example-story.ts';

const NOW = '2019-02-28T06:46:00.000Z';

test('drafts and updates stand in one list, newest first, each at the time it is for', () => {
  const entries = entriesOf(
    [
      anUpdate({ id: 'u1', at: '2019-02-28T05:05:00.000Z' }),
      anUpdate({ id: 'u2', at: '2019-02-28T06:30:00.000Z' }),
    ],
    [
      aDraft({ id: 'later', status: 'scheduled', publishAt: '2019-02-28T06:50:00.000Z' }),
      aDraft({ id: 'tunnel', status: 'filed', filedAt: '2019-02-28T04:58:00.000Z' }),
      aDraft({ id: 'begun', createdAt: '2019-02-28T06:00:00.000Z', changedAt: '2019-02-28T06:45:00.000Z' }),
    ],
  );
  assert.deepEqual(
    entries.map(({ id }) => id),
    ['later', 'u2', 'begun', 'u1', 'tunnel'],
  );
});

test('the top, what went out and what is in the trash stand elsewhere', () => {
  const drafts = [
    aDraft({ id: 'top', kind: 'top' }),
    aDraft({ id: 'out', status: 'published' }),
    aDraft({ id: 'gone', status: 'trashed' }),
  ];
  assert.deepEqual(entriesOf([], drafts), []);
});

test('a filed draft under embargo is found under both, until its time has come', () => {
  const [entry] = entriesOf([], [aDraft({ status: 'filed', embargoUntil: '2019-02-28T06:50:00.000Z' })]);
  assert.ok(entry);
  assert.deepEqual(standingsOf(entry, NOW), ['embargoed', 'filed']);
  assert.deepEqual(standingsOf(entry, '2019-02-28T06:50:00.000Z'), ['filed']);
  assert.ok(passes(entry, 'filed', NOW));
  assert.ok(passes(entry, 'embargoed', NOW));
  assert.ok(!passes(entry, 'scheduled', NOW));
});

test('each filter says how many it lets through', () => {
  const correction = {
    id: 'c',
    storyId: 's',
    updateId: 'u2',
    seq: 3,
    at: NOW,
    was: 'a',
    is: 'b',
    note: null,
  };
  const entries = entriesOf(
    [
      anUpdate({ id: 'u1' }),
      anUpdate({ id: 'u2', corrections: [correction] }),
      anUpdate({ id: 'u3', status: 'retracted' }),
    ],
    [aDraft({ id: 'd1' }), aDraft({ id: 'd2', status: 'filed' })],
    new Set(['d2']),
  );
  assert.deepEqual(countsOf(entries, NOW), {
    all: 5,
    draft: 1,
    filed: 1,
    scheduled: 0,
    embargoed: 0,
    published: 1,
    corrected: 1,
    retracted: 1,
  });
});

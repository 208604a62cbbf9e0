import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProposedStory, ProposedTime } from '../proposal.ts';
import { timelineOf } from './timeline.ts';

const ZONE = 'America/New_York';
const NOW = '2026-05-04T15:00:00.000Z';

const instant = (at: string): ProposedTime => ({ kind: 'instant', at, zone: ZONE });
const wall = (at: string): ProposedTime => ({ kind: 'wall', at });
const day = (at: string): ProposedTime => ({ kind: 'day', at });

function timeline(
  times: (ProposedTime | null)[],
  publishedAt: ProposedTime | null = null,
  order: ProposedStory['order'] = 'oldest-first',
) {
  const updates = times.map((time) => ({ time, marker: '', title: null, heading: null, paragraphs: ['x'] }));
  const story = { updates, publishedAt, order, corrections: [] } as unknown as ProposedStory;
  return timelineOf(story, ZONE, NOW);
}

test('an update without a time takes the instant before it, and says that it has none of its own', () => {
  const { openedAt, updates } = timeline([null, instant('2025-01-02T01:00:00-05:00'), null]);
  assert.equal(openedAt, '2025-01-02T05:59:00.000Z');
  assert.deepEqual(
    updates.map(({ at, timeKnown }) => [at, timeKnown]),
    [
      ['2025-01-02T05:59:00.000Z', false],
      ['2025-01-02T06:00:00.000Z', true],
      ['2025-01-02T06:00:00.000Z', false],
    ],
  );
});

test('clocks whose zone nobody names order the updates, but are not passed off as known', () => {
  const { updates } = timeline([wall('2025-01-02T01:00:00'), wall('2025-01-02T02:00:00')]);
  assert.deepEqual(
    updates.map(({ at, timeKnown }) => [at, timeKnown]),
    [
      ['2025-01-02T06:00:00.000Z', false],
      ['2025-01-02T07:00:00.000Z', false],
    ],
  );
});

test('of a day alone, the hour is not made up: the update stays with the one before it on that day', () => {
  const { updates } = timeline([instant('2025-01-02T01:00:00-05:00'), day('2025-01-02'), day('2025-01-03')]);
  assert.deepEqual(
    updates.map(({ at }) => at),
    ['2025-01-02T06:00:00.000Z', '2025-01-02T06:00:00.000Z', '2025-01-03T05:00:00.000Z'],
  );
});

test('a story is opened when its post says, but never after its first update', () => {
  const first = instant('2025-01-02T01:00:00-05:00');
  const said = timeline([first], instant('2025-01-01T20:15:00-05:00'));
  assert.deepEqual([said.openedAt, said.warnings], ['2025-01-02T01:15:00.000Z', []]);
  const late = timeline([first], instant('2025-01-02T09:00:00-05:00'));
  assert.equal(late.openedAt, '2025-01-02T06:00:00.000Z');
  assert.match(late.warnings.join(), /after its first update/);
  assert.equal(timeline([first], day('2025-01-02')).openedAt, '2025-01-02T05:59:00.000Z');
  assert.equal(timeline([first], day('2024-12-31')).openedAt, '2024-12-31T05:00:00.000Z');
  const nothing = timeline([null]);
  assert.equal(nothing.openedAt, NOW);
  assert.match(nothing.warnings.join(), /does not say when/);
});

test('a time that lies ahead of the clock is kept as written, with a warning', () => {
  const { endedAt, warnings } = timeline([instant('2031-01-02T01:00:00-05:00')]);
  assert.equal(endedAt, '2031-01-02T06:00:00.000Z');
  assert.match(warnings.join(), /lies ahead of the clock, 2031-01-02 01:00/);
});

test('updates printed out of order are replayed in the order of their instants', () => {
  const { updates } = timeline([
    instant('2025-01-02T03:00:00-05:00'),
    instant('2025-01-02T01:00:00-05:00'),
    instant('2025-01-02T02:00:00-05:00'),
  ]);
  assert.deepEqual(
    updates.map(({ index }) => index),
    [1, 2, 0],
  );
});

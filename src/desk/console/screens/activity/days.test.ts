import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayBounds, daysOf } from './days.ts';

test('a day is the newsroom’s: from midnight to midnight there, an hour shorter or longer where the clocks change', () => {
  assert.deepEqual(dayBounds('2026-11-24', 'America/New_York'), {
    from: '2026-11-24T05:00:00.000Z',
    to: '2026-11-25T05:00:00.000Z',
  });
  assert.deepEqual(dayBounds('2026-03-08', 'America/New_York'), {
    from: '2026-03-08T05:00:00.000Z',
    to: '2026-03-09T04:00:00.000Z',
  });
  assert.deepEqual(dayBounds('2026-10-25', 'Europe/Berlin'), {
    from: '2026-10-24T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
});

const at = (time: string) => ({ at: `2019-02-28T${time}:00.000Z` });

test('what was done after midnight in New York stands under the new day there', () => {
  const days = daysOf([at('05:05'), at('04:58')], 'en', 'America/New_York');
  assert.deepEqual(
    days.map(({ name, items }) => [name, items.length]),
    [
      ['Thursday, February 28, 2019', 1],
      ['Wednesday, February 27, 2019', 1],
    ],
  );
});

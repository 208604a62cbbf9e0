import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, isTimedId, newId } from './id.ts';

test('ids sort by the time they were made, which can be read in them', () => {
  const times = [
    '1970-01-01T00:00:00.001Z',
    '2019-02-28T05:05:00.000Z',
    '2019-02-28T05:05:00.001Z',
    '9999-01-01T00:00:00.000Z',
  ];
  const ids = times.map(newId);
  assert.deepEqual(ids.toSorted(), ids);
  assert.ok(
    ids.every((id) => isId(id) && isTimedId(id)),
    ids.join(),
  );
  assert.ok(ids[1]?.startsWith('0169327d-d060-7'), ids.join());
});

test('no two ids are the same', () => {
  const at = '2019-02-28T05:05:00.000Z';
  assert.equal(new Set(Array.from({ length: 1000 }, () => newId(at))).size, 1000);
});

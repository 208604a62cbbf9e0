import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesUntil, readWallTime, wallTimeOf } from './wall-time.ts';

test('a time off the newsroom’s wall is one instant', () => {
  assert.deepEqual(readWallTime({ date: '2019-02-28', time: '01:50' }, 'America/New_York'), {
    type: 'once',
    at: '2019-02-28T06:50:00.000Z',
  });
  assert.deepEqual(readWallTime({ date: '2019-02-28', time: '13:50' }, 'Asia/Ho_Chi_Minh'), {
    type: 'once',
    at: '2019-02-28T06:50:00.000Z',
  });
});

test('an hour that the clocks skip does not exist, and the first that does is told', () => {
  assert.deepEqual(readWallTime({ date: '2026-03-08', time: '02:30' }, 'America/New_York'), {
    type: 'never',
    next: '2026-03-08T07:00:00.000Z',
  });
});

test('an hour that the clocks have twice is two instants', () => {
  assert.deepEqual(readWallTime({ date: '2026-11-01', time: '01:30' }, 'America/New_York'), {
    type: 'twice',
    first: '2026-11-01T05:30:00.000Z',
    second: '2026-11-01T06:30:00.000Z',
  });
});

test('a zone half an hour off, and one that changes by half an hour, are read right', () => {
  assert.deepEqual(readWallTime({ date: '2026-07-01', time: '09:00' }, 'Asia/Kolkata'), {
    type: 'once',
    at: '2026-07-01T03:30:00.000Z',
  });
  assert.equal(readWallTime({ date: '2026-04-05', time: '01:45' }, 'Australia/Lord_Howe').type, 'twice');
});

test('what the wall shows is read back as the same instant', () => {
  for (const zone of ['America/New_York', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Pacific/Apia']) {
    const at = '2019-02-28T06:50:00.000Z';
    assert.deepEqual(readWallTime(wallTimeOf(at, zone), zone), { type: 'once', at });
  }
});

test('what is no time is none', () => {
  assert.equal(readWallTime({ date: '', time: '01:50' }, 'UTC').type, 'none');
  assert.equal(readWallTime({ date: '2019-02-28', time: '25:00' }, 'UTC').type, 'none');
});

test('the wait is told in minutes', () => {
  assert.equal(minutesUntil('2019-02-28T06:50:00.000Z', '2019-02-28T06:38:10.000Z'), 12);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Polls } from './polls.ts';

test('pages that ask every five seconds are counted by how often is asked, and gone half a minute after', () => {
  const polls = new Polls();
  assert.equal(polls.count(0), 0);
  polls.note(1000);
  assert.equal(polls.count(1000), 1, 'one has begun');
  for (let second = 5; second < 60; second += 5)
    for (let page = 0; page < 3; page += 1) polls.note(second * 1000 + page * 900);
  assert.equal(polls.count(58_000), 3);
  assert.equal(polls.count(74_000), 2, 'they have stopped');
  assert.equal(polls.count(90_000), 0);
});

test('after an event those who ask know of it once they were answered with it, and not before', () => {
  const polls = new Polls();
  for (let second = 0; second < 30; second += 5)
    for (let page = 0; page < 3; page += 1) polls.note(second * 1000 + page * 900);
  assert.deepEqual([polls.count(29_000), polls.upToDate(29_000)], [3, 3]);
  polls.moved();
  assert.equal(polls.upToDate(29_000), 0);
  polls.note(30_000);
  polls.note(30_900, false);
  assert.deepEqual([polls.count(31_000), polls.upToDate(31_000)], [3, 1], 'one was given a part of it');
  polls.note(31_000);
  polls.note(31_800);
  assert.equal(polls.upToDate(32_000), 3);
  polls.note(35_000);
  assert.equal(polls.upToDate(35_000), 3, 'never more than there are');
});

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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys } from './keys.ts';
import { staleKeys } from './stale-by.ts';

const has = (found: readonly (readonly string[])[] | null, key: readonly string[]): boolean =>
  found?.some((one) => one.join() === key.join()) ?? true;

test('a published update makes its story and the list stale, and no other story', () => {
  const stale = staleKeys({ event: 'story', storyId: 'a', seq: 3 });
  assert.ok(has(stale, keys.story('a')) && has(stale, keys.storyUpdates('a')) && has(stale, keys.stories));
  assert.ok(!has(stale, keys.story('b')) && !has(stale, keys.notes('a')));
});

test('a draft makes itself, its story and the counts in the list stale', () => {
  const stale = staleKeys({ event: 'draft', draftId: 'd', storyId: 'a' });
  assert.ok(has(stale, keys.draft('d')) && has(stale, keys.story('a')) && has(stale, keys.stories));
});

test('after the line was down everything is asked for anew', () => {
  assert.equal(staleKeys({ event: 'hello', now: '2019-02-28T05:05:00.000Z', position: 1 }), null);
  assert.equal(staleKeys({ event: 'missed' }), null);
});

test('who is here and how many read is told, not asked for', () => {
  assert.deepEqual(staleKeys({ event: 'presence', here: [] }), []);
  assert.deepEqual(staleKeys({ event: 'readers', stories: {}, front: 0 }), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, isFresh, openDrafts } from './open-drafts.ts';

test('the composer is open from the start, on an empty sheet', () => {
  assert.ok(isFresh(begin('new')));
});

test('the first keystroke makes the sheet a draft, and keeps the writer in it', () => {
  const state = openDrafts(begin('new'), { type: 'begun', next: 'newer' });
  assert.deepEqual(state, { fresh: 'newer', open: ['new'], current: 'new' });
});

test('after a draft went out an empty sheet is there at once', () => {
  const begun = openDrafts(begin('new'), { type: 'begun', next: 'newer' });
  assert.deepEqual(openDrafts(begun, { type: 'close', id: 'new' }), {
    fresh: 'newer',
    open: [],
    current: 'newer',
  });
});

test('several drafts lie open; one that is put away takes nobody out of another', () => {
  let state = openDrafts(begin('new'), { type: 'open', id: 'a' });
  state = openDrafts(state, { type: 'open', id: 'b' });
  state = openDrafts(state, { type: 'close', id: 'a' });
  assert.deepEqual(state, { fresh: 'new', open: ['b'], current: 'b' });
  assert.deepEqual(openDrafts(state, { type: 'compose' }).current, 'new');
});

test('a draft that is opened twice lies there once', () => {
  const once = openDrafts(begin('new'), { type: 'open', id: 'a' });
  assert.deepEqual(openDrafts(once, { type: 'open', id: 'a' }), once);
});

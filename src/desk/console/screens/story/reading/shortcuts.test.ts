import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedOf, SHORTCUTS } from './shortcuts.ts';

const press = (
  key: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', true>> = {},
  code = '',
) => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

test('publishing is one key, with Ctrl or Cmd, while writing too', () => {
  assert.equal(deedOf(press('Enter', { ctrlKey: true }), true), 'publish');
  assert.equal(deedOf(press('Enter', { metaKey: true }), true), 'publish');
  assert.equal(deedOf(press('Enter', { ctrlKey: true, shiftKey: true }), true), 'file');
});

test('letters are letters while somebody writes', () => {
  assert.equal(deedOf(press('c'), true), null);
  assert.equal(deedOf(press('c'), false), 'compose');
});

test('the browser keeps its own keys', () => {
  for (const key of ['c', 'p', 'l', 'r', 'h'])
    assert.equal(deedOf(press(key, { ctrlKey: true }), false), null);
});

test('a region is reached by Alt and its digit, also where Alt makes another character of it', () => {
  assert.equal(deedOf(press('¡', { altKey: true }, 'Digit1'), true), 'write');
  assert.equal(deedOf(press('4', { altKey: true }, 'Digit4'), false), 'talk');
});

test('no two things are done by one key', () => {
  assert.equal(new Set(SHORTCUTS.map(({ keys }) => keys)).size, SHORTCUTS.length);
});

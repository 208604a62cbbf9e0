import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPressed, keyParts } from './key-names.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('a letter is its key alone, and not the same with Ctrl', () => {
  assert.ok(isPressed(press('j'), 'j'));
  assert.ok(!isPressed(press('j', { ctrlKey: true }), 'j'));
  assert.ok(!isPressed(press('J', { shiftKey: true }), 'j'));
});

test('a sign counts by itself, whether it needs Shift on this keyboard or not', () => {
  assert.ok(isPressed(press('?', { shiftKey: true }), '?'));
  assert.ok(isPressed(press('/'), '/'));
  assert.ok(isPressed(press('/', { shiftKey: true }), '/'));
});

test('keys held together are all needed', () => {
  assert.ok(isPressed(press('Enter', { ctrlKey: true }), 'Mod+Enter'));
  assert.ok(!isPressed(press('Enter'), 'Mod+Enter'));
  assert.ok(!isPressed(press('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Enter'));
  assert.ok(isPressed(press('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Enter'));
});

test('with Alt the place on the keyboard counts, whatever sign a Mac writes there', () => {
  const mac = { ...press('¡', { altKey: true }), code: 'Digit1' };
  assert.ok(isPressed(mac, 'Alt+1'));
  assert.ok(!isPressed(mac, 'Alt+2'));
  assert.ok(isPressed(press('1', { altKey: true }), 'Alt+1'));
});

test('keys are told as the caps say them', () => {
  assert.deepEqual(keyParts('Mod+Enter'), ['Ctrl', '↩']);
  assert.deepEqual(keyParts('x'), ['X']);
  assert.deepEqual(keyParts('g s'), ['G', 'S']);
});

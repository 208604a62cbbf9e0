import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meant, mentionsIn, namingAt, piecesOf } from './mentioned.ts';

const PEOPLE = [
  { id: 'a', name: 'Ann' },
  { id: 'l', name: 'Ann Lee' },
  { id: 'r', name: 'Ron Ruiz' },
];

test('the longest name that fits is the one meant', () => {
  assert.deepEqual(mentionsIn('@Ann Lee, can you look? cc @ron ruiz', PEOPLE), ['l', 'r']);
  assert.deepEqual(mentionsIn('@Ann, can you look?', PEOPLE), ['a']);
  assert.deepEqual(mentionsIn('mail ann@example.com or @Annabel', PEOPLE), []);
});

test('a note is taken apart at the names in it and loses nothing', () => {
  const text = 'For @Ann Lee: the “lead” is old.';
  const pieces = piecesOf(
    text,
    PEOPLE.map(({ name }) => name),
  );
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  assert.deepEqual(pieces.find(({ mention }) => mention)?.text, '@Ann Lee');
});

test('a name is completed while it is typed, also its second word', () => {
  assert.deepEqual(namingAt('hello @an', 9), { from: 6, typed: 'an' });
  assert.deepEqual(namingAt('hello @ann l', 12), { from: 6, typed: 'ann l' });
  assert.equal(namingAt('a@b', 3), null);
  assert.deepEqual(
    meant(PEOPLE, 'ru').map(({ id }) => id),
    ['r'],
  );
  assert.deepEqual(meant(PEOPLE, '').length, 3);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs, type ImageJSON } from '../domain/document.ts';
import { firstWords, nameOf } from './first-words.ts';

test('an update is called by its title, or else by its first words', () => {
  const body = paragraphs(['The river is high.', 'It rains.']);
  assert.equal(nameOf({ title: 'High water', body }), 'High water');
  assert.equal(nameOf({ title: null, body }), 'The river is high. It rains.');
});

test('a picture lends its words only to an update that has no others', () => {
  const picture: ImageJSON = {
    type: 'image',
    attrs: { src: '/a.jpg', alt: 'A gauge.', caption: null, credit: null, width: null, height: null },
  };
  const said = paragraphs(['The river is high.']);
  assert.equal(
    nameOf({ title: null, body: { ...said, content: [picture, ...said.content] } }),
    'The river is high.',
  );
  assert.equal(nameOf({ title: null, body: { ...said, content: [picture] } }), 'A gauge.');
});

test('what is too long is cut where a word ends, and says so', () => {
  assert.equal(firstWords('The river is high, and the rain goes on.', 20), 'The river is high…');
  assert.equal(firstWords('The river is high', 17), 'The river is high');
});

test('text without spaces is cut where the line ends, and no character is cut in two', () => {
  assert.equal(firstWords('水位上升水位上升', 4), '水位上升…');
  assert.equal(firstWords('🌊🌊🌊🌊', 2), '🌊🌊…');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import { placeOfWords, putWords } from './words-in-text.ts';

test('words that moved in their line are found again, and the nearest of several', () => {
  assert.equal(placeOfWords('Pompeo met Pompo', { words: 'Pompo', from: 11 }), 11);
  assert.equal(placeOfWords('Late: Pompeo met Pompo', { words: 'Pompo', from: 11 }), 17);
  assert.equal(placeOfWords('at 2 or at 2', { words: '2', from: 10 }), 11);
  assert.equal(placeOfWords('Pompeo met', { words: 'Pompo', from: 11 }), null);
});

test('what was put in its place is put back, wherever it stands by then; what is gone is left alone', () => {
  const text = new Y.Doc().getText('title');
  text.insert(0, 'Pompo arrives');
  putWords(text, 0, 'Pompo', 'Pompeo');
  text.insert(0, 'Now: ');
  assert.equal(text.toJSON(), 'Now: Pompeo arrives');
  putWords(text, 0, 'Pompeo', 'Pompo');
  assert.equal(text.toJSON(), 'Now: Pompo arrives');
  putWords(text, 0, 'Pompeo', 'Pompo');
  assert.equal(text.toJSON(), 'Now: Pompo arrives');
});

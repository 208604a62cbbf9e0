import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsOf } from './sought.ts';

const word = (one: string, prefix = false) => ({ words: [one], prefix });

test('a question is its words and phrases, each once, the last word as the beginning of one', () => {
  assert.deepEqual(termsOf('Han river, HAN river'), [word('han'), word('river'), word('river', true)]);
  assert.deepEqual(termsOf('deal deal deal '), [word('deal'), word('deal', true)]);
  assert.deepEqual(termsOf('“no deal” summit "no deal"'), [
    { words: ['no', 'deal'], prefix: false },
    word('summit'),
  ]);
  assert.deepEqual(termsOf('한국 한국 북한'), [word('한국', true), word('북한', true)]);
  assert.deepEqual(termsOf('“ ” - ?'), []);
});

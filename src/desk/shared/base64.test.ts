import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Of, bytesOf } from './base64.ts';

test('bytes come back as they went, however many, and as everybody else writes them', () => {
  for (const length of [0, 1, 2, 3, 255, 32_767, 32_768, 32_769, 1_000_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
    const text = base64Of(bytes);
    assert.equal(text, Buffer.from(bytes).toString('base64'));
    assert.deepEqual(bytesOf(text), bytes);
  }
});

test('what is no base64 is no bytes', () => {
  for (const text of ['a', 'ab', 'abc', 'a===', 'ab=c', '====', 'äöüß', 'ab c', '-_-_', 'YQ==YQ==']) {
    assert.equal(bytesOf(text), null, text);
  }
});

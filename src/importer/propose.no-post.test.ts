import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { propose } from './propose.ts';

test('a picture, a program or data is no post, and is refused rather than published', () => {
  const png = Buffer.concat([Buffer.from('\u0089PNG\r\n', 'latin1'), randomBytes(4000)]);
  for (const bytes of [png, randomBytes(9000), Buffer.from('{"a": 1}'), Buffer.from('[1, 2]')]) {
    assert.equal(propose(bytes).type, 'refused');
  }
});

test('a post that begins with a bracket, or has a stray control, is still a post', () => {
  for (const text of [
    '[Update, 9 p.m.] The bridge is open.',
    'The bridge\u0000 is open to all traffic again, police said.',
  ]) {
    assert.notEqual(propose(Buffer.from(text)).type, 'refused');
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementCache } from './statement-cache.ts';

test('a statement asked for again is not prepared again, and the one not used for longest goes', () => {
  const prepared: string[] = [];
  const statement = statementCache((text) => {
    prepared.push(text);
    return { text };
  }, 2);
  assert.equal(statement('a'), statement('a'));
  statement('b');
  statement('a');
  statement('c');
  assert.equal(statement('a').text, 'a');
  assert.deepEqual(prepared, ['a', 'b', 'c']);
  statement('b');
  assert.deepEqual(prepared, ['a', 'b', 'c', 'b']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { happeningOf, payloadOf, updateIdOf, type Happening } from './event.ts';

const retraction: Happening = { kind: 'retraction', updateId: 'u1', reason: 'It was another bridge.' };

test('a happening read back from the log is the one that was written', () => {
  assert.deepEqual(happeningOf({ kind: 'retraction', payload: payloadOf(retraction) }), retraction);
});

test('the kind stands beside the payload, not in it, so that it outlives an erasure', () => {
  assert.equal(payloadOf(retraction), '{"updateId":"u1","reason":"It was another bridge."}');
  assert.equal(happeningOf({ kind: 'retraction', payload: null }), null);
});

test('written again, a payload is the same to the byte: an export taken in elsewhere keeps its hashes', () => {
  const happening: Happening = {
    kind: 'slug',
    slug: 'größe-"🌉"\\ \u2028 \0 \uD83C',
  };
  const payload = payloadOf(happening);
  assert.equal(payloadOf(happeningOf({ kind: 'slug', payload })!), payload);
  assert.ok(payload.isWellFormed() && !payload.includes('\0'), 'any database can keep it');
});

test('an event that touches an update says which', () => {
  assert.equal(updateIdOf(retraction), 'u1');
  assert.equal(updateIdOf({ kind: 'slug', slug: 'bridge' }), null);
});

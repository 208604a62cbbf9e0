import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { eventHash, headOfHeads, NO_HASH, payloadHash } from './chain.ts';

const event = {
  storyId: '0195-bridge',
  seq: 2,
  at: '2026-02-03T21:00:02.000Z',
  recordedAt: '2026-02-03T21:00:03.000Z',
  kind: 'post' as const,
  updateId: '0195-update',
  payloadHash: payloadHash('salt', '{"title":"Größe"}'),
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

test('anyone with SHA-256 can compute a hash from what the log holds', () => {
  assert.equal(event.payloadHash, sha256('salt\n{"title":"Größe"}'));
  const metadata =
    '["0195-bridge",2,"2026-02-03T21:00:02.000Z","2026-02-03T21:00:03.000Z","post","0195-update"]';
  assert.equal(eventHash('aa', event), sha256(`aa\n${metadata}\n${event.payloadHash}`));
  assert.match(eventHash(NO_HASH, event), /^[0-9a-f]{64}$/);
});

test('every part of an event is held by its hash, its place in the one order of all logs is not', () => {
  const hash = eventHash('aa', event);
  const changes = [
    { storyId: 'another' },
    { seq: 3 },
    { at: '2026-02-03T21:00:02.001Z' },
    { recordedAt: '2026-02-03T21:00:02.000Z' },
    { kind: 'edit' as const },
    { updateId: null },
    { payloadHash: payloadHash('salt', '{"title":"Große"}') },
  ];
  for (const change of changes) assert.notEqual(eventHash('aa', { ...event, ...change }), hash);
  assert.notEqual(eventHash('ab', event), hash);
  const elsewhere = { ...event, position: 77 };
  assert.equal(eventHash('aa', elsewhere), hash);
});

test('a short text cannot be told from its hash without the salt', () => {
  assert.notEqual(payloadHash('one', '{}'), payloadHash('two', '{}'));
});

test('the head over all logs does not depend on the order they are read in', () => {
  const heads = [
    { storyId: 'b', hash: '22' },
    { storyId: 'a', hash: '11' },
  ];
  assert.equal(headOfHeads(heads), headOfHeads(heads.toReversed()));
  assert.equal(headOfHeads(heads), sha256('a 11\nb 22'));
  assert.notEqual(headOfHeads(heads), headOfHeads(heads.slice(1)));
});

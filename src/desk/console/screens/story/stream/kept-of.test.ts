/* oxlint-disable unicorn/no-thenable -- the queue's word for what is to come of a draft; nobody awaits it */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyContent, seedOf } from '../../../../shared/draft-doc.ts';
import { keptOf } from './kept-of.ts';

const words = new Uint8Array(seedOf(emptyContent()));
const filedAt = '2019-02-28T05:05:00.000Z';
const written = {
  draftId: 'one',
  beginning: { storyId: 'summit', kind: 'update' as const },
  words: [words],
  changedAt: filedAt,
};
const waiting = {
  key: 'a key',
  draftId: 'one',
  asked: { storyId: 'summit', kind: 'update' as const, updateId: null, then: 'file' as const },
  personId: 'rosa',
  filedAt,
  label: 'In the tunnel',
  words,
  state: 'waiting' as const,
  reason: null,
  refusal: null,
  errors: [],
  faults: 0,
};

test('what was just filed stands once, while it is still among what is being written', () => {
  const kept = keptOf([waiting], [written], 'summit');
  assert.deepEqual(
    kept.drafts([], 'rosa').map(({ id, status }) => [id, status]),
    [['one', 'filed']],
  );
});

test('what is written in another story, or known to the newsroom, is not shown from here', () => {
  assert.deepEqual(keptOf([waiting], [written], 'election').drafts([], 'rosa'), []);
  const [draft] = keptOf([], [written], 'summit').drafts([], 'rosa');
  assert.ok(draft);
  assert.deepEqual(keptOf([waiting], [written], 'summit').drafts([draft], 'rosa'), [draft]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf, partAt, refusedOf } from './refused.ts';

test('a fault leads to the part of the draft it is in', () => {
  assert.equal(partAt('/body/content/2/content/0'), 'body');
  assert.equal(partAt('/summary/1/text'), 'summary/1');
  assert.equal(partAt('/photo/alt'), 'photo');
  const refused = refusedOf({
    name: 'invalid',
    detail: 'Two faults.',
    errors: [
      { pointer: '/title', detail: 'must be written' },
      { pointer: '/photo/alt', detail: 'say what the picture shows' },
    ],
  });
  assert.equal(faultOf(refused, 'photo'), 'say what the picture shows');
  assert.equal(faultOf(refused, 'body'), null);
});

test('an embargo says until when, and one that does not is told as its sentence', () => {
  const until = '2019-02-28T06:50:00.000Z';
  const now = '2019-02-28T06:46:00.000Z';
  assert.deepEqual(refusedOf({ name: 'embargoed', detail: 'Not yet.', until, now }), {
    name: 'embargoed',
    until,
    now,
    detail: 'Not yet.',
  });
  assert.deepEqual(refusedOf({ name: 'embargoed', detail: 'Not yet.' }), {
    name: 'other',
    type: 'embargoed',
    detail: 'Not yet.',
  });
});

test('a draft that moved says who moved it, where that is known', () => {
  assert.deepEqual(refusedOf({ name: 'draft-moved', detail: 'Gone.' }), {
    name: 'draft-moved',
    moved: { draft: null, by: null },
    detail: 'Gone.',
  });
});

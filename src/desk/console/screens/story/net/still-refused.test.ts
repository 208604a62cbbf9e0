import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraft } from '../../../../../domain/desk/new-draft.ts';
import { newId } from '../../../../../domain/id.ts';
import { paragraphs } from '../../../../../domain/document.ts';
import { emptyContent } from '../../../../shared/draft-doc.ts';
import { refusedOf, type Refused } from './refused.ts';
import { faultsLeft, standsAgainst } from './still-refused.ts';

const NOW = '2019-02-28T06:30:00.000Z';
const LATER = '2019-02-28T06:50:00.000Z';
const words = { ...emptyContent(), title: 'Airport', body: paragraphs(['They leave.']) };
const begun = { id: newId(NOW), storyId: newId(NOW), kind: 'edit' as const, content: words };
const draft = { ...newDraft({ ...begun, by: 'ada', now: NOW }), baseVersion: 1 };
const around = { draft, story: { state: 'live' as const }, me: 'ada', now: NOW, connected: true };

const faults = (...pointers: string[]): Refused =>
  refusedOf({ name: 'invalid', detail: '', errors: pointers.map((pointer) => ({ pointer, detail: 'x' })) });

test('a fault is told until its part was written anew, and others stay', () => {
  const both = faults('/title', '/body/content/0/attrs/alt');
  assert.equal(faultsLeft(both, words, words), both);
  const retitled = { ...words, title: 'At the airport' };
  assert.deepEqual(faultsLeft(both, words, retitled), faults('/body/content/0/attrs/alt'));
  assert.equal(faultsLeft(faults('/title'), words, retitled), null);
  assert.equal(faultsLeft(faults('/title'), words, { ...words, keyEvent: true })?.name, 'invalid');
});

test('what stood against it stands no longer once it is over', () => {
  const embargoed = { name: 'embargoed' as const, until: LATER, now: NOW, detail: '' };
  const held = { ...around, draft: { ...draft, embargoUntil: LATER } };
  assert.equal(standsAgainst(embargoed, held), true);
  assert.equal(standsAgainst(embargoed, { ...held, now: LATER }), false);
  assert.equal(standsAgainst(embargoed, around), false);
  const stale = { name: 'stale-version' as const, current: 2, detail: '' };
  assert.equal(standsAgainst(stale, around), true);
  assert.equal(standsAgainst(stale, { ...around, draft: { ...draft, baseVersion: 2 } }), false);
  const twoEyes = { name: 'four-eyes' as const, detail: '' };
  assert.equal(standsAgainst(twoEyes, around), true);
  assert.equal(standsAgainst(twoEyes, { ...around, draft: { ...draft, filedBy: 'rosa' } }), false);
  const ended = { name: 'story-ended' as const, detail: '' };
  assert.equal(standsAgainst(ended, around), false);
  const offline = { name: 'offline' as const, detail: '' };
  assert.equal(standsAgainst(offline, { ...around, connected: false }), true);
  assert.equal(standsAgainst(offline, around), false);
});

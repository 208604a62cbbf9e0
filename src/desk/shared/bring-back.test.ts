import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import * as Y from 'yjs';
import { checkDocument, paragraphs } from '../../domain/document.ts';
import { anyDocument } from '../../domain/document/arbitrary.ts';
import { bringBack } from './bring-back.ts';
import { contentOf, emptyContent, fillDoc, partsOf } from './draft-doc.ts';

const top = { dek: '', byline: ['Ines Duarte'], credit: '', summary: [], photo: null, section: '', zone: '' };

test('a former version comes back whole, and goes again by one undo', () => {
  const doc = new Y.Doc();
  const before = {
    ...emptyContent({ ...top, placeZone: '', lang: 'en', summary: [{ text: 'It holds.', updateId: null }] }),
    title: 'High water at the quay',
    body: paragraphs(['The river is high.', 'It rises.']),
  };
  fillDoc(doc, before);
  const now = { ...before, title: 'High tide at the quay', body: paragraphs(['The river falls.']) };
  const undo = new Y.UndoManager(Object.values(partsOf(doc)), { trackedOrigins: new Set([ySyncPluginKey]) });
  bringBack(doc, now);
  assert.deepEqual(contentOf(doc), now);
  undo.stopCapturing();
  bringBack(doc, before);
  assert.deepEqual(contentOf(doc), before);
  undo.undo();
  assert.deepEqual(contentOf(doc), now);
});

test('what somebody else writes while a version comes back is kept', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  fillDoc(one, { ...emptyContent(), title: 'High water' });
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  bringBack(one, { ...emptyContent(), title: 'High tide' });
  partsOf(two).title.insert(0, 'Lisbon: ');
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  assert.equal(contentOf(one).title, 'Lisbon: High tide');
});

test('no character is torn apart', () => {
  for (const [from, to] of [
    ['a😀b', 'a😁b'],
    ['😀😀', '😀'],
    ['😁', '🎁'],
  ] as const) {
    const doc = new Y.Doc();
    fillDoc(doc, { ...emptyContent(), title: from, body: paragraphs([from]) });
    bringBack(doc, { ...emptyContent(), title: to, body: paragraphs([to]) });
    assert.deepEqual(contentOf(doc), { ...emptyContent(), title: to, body: paragraphs([to]) });
  }
});

test('any document comes back over any other', () => {
  const checked = fc.sample(anyDocument, 60).filter((body) => checkDocument(body).type === 'document');
  for (const [index, body] of checked.entries()) {
    const doc = new Y.Doc();
    fillDoc(doc, { ...emptyContent(), body: checked.at(index - 1)! });
    bringBack(doc, { ...emptyContent(), body });
    const afresh = new Y.Doc();
    fillDoc(afresh, { ...emptyContent(), body });
    assert.deepEqual(checkDocument(contentOf(doc).body), checkDocument(contentOf(afresh).body));
  }
});

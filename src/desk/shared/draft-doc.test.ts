import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as Y from 'yjs';
import { checkDocument } from '../../domain/document.ts';
import { anyDocument } from '../../domain/document/arbitrary.ts';
import { contentOf, emptyContent, partsOf, seedOf } from './draft-doc.ts';
import { runs } from '../../../test/support/runs.ts';

const read = (seed: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  return contentOf(doc);
};

test('a draft’s words come back from its Yjs document as they went in', () => {
  const top = {
    dek: 'What we know',
    byline: ['Ines Duarte'],
    credit: 'The Estuary',
    summary: [
      { text: 'The barrier holds.', updateId: 'u1' },
      { text: 'Nobody is hurt.', updateId: null },
    ],
    photo: null,
    section: 'City',
    zone: 'Europe/Lisbon',
    placeZone: '',
    lang: 'en',
  };
  const content = { ...emptyContent(top), title: 'High water', keyEvent: true, author: 'Ines Duarte' };
  assert.deepEqual(read(seedOf(content)), content);
});

/** Whether a line break is bold nobody sees, and Yjs does not keep it. */
const unmarkedBreaks = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, node: { type?: string; marks?: unknown }) => {
    if (node?.type === 'hard_break') delete node.marks;
    return node;
  });

test('any document does', () => {
  fc.assert(
    fc.property(anyDocument, (body) => {
      const content = { ...emptyContent(), body };
      // An attribute that is not given is left out on the way; the check writes it down again.
      const checked = checkDocument(read(seedOf(content)).body);
      assert.deepEqual(unmarkedBreaks(checked), unmarkedBreaks(checkDocument(body)));
    }),
    { numRuns: runs(60) },
  );
});

test('what JSON cannot say is left out of what is read, whoever wrote it there', () => {
  const doc = new Y.Doc();
  const { body, title, fields } = partsOf(doc);
  const image = new Y.XmlElement('image');
  body.push([image]);
  image.setAttribute('width', 640n as unknown as string);
  image.setAttribute('alt', 'High water');
  title.insert(0, 'High water');
  fields.set('isTop', true);
  fields.set('photo', { mediaId: 'x', alt: null, caption: null, credit: null, focus: [1n] });
  const content = contentOf(doc);
  assert.equal(content.top?.photo, null);
  const attrs = { src: '', alt: 'High water', caption: null, credit: null, width: null, height: null };
  assert.deepEqual(content.body.content, [{ type: 'image', attrs }]);
  assert.deepEqual(JSON.parse(JSON.stringify(content)), content);
});

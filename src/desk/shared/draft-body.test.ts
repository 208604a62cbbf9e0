import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import * as Y from 'yjs';
import { documentText } from '../../render/document-text.ts';
import { bodyOf, leftOutOf } from './draft-body.ts';
import { contentOf, emptyContent, fillDoc, partsOf } from './draft-doc.ts';
import { draftSchema } from './draft-schema.ts';
import { runs } from '../../../test/support/runs.ts';

type Lying =
  | { name: string; attributes: Record<string, unknown>; within: Lying[] }
  | { text: string; marks: object };

const NAMES = [...Object.keys(draftSchema.nodes), 'blink', 'constructor', '__proto__'];
const ATTRIBUTES = ['level', 'start', 'speaker', 'role', 'src', 'alt', 'caption', 'url', 'width', 'source'];

const anyValue = fc.oneof(
  fc.constantFrom(null, '', 'words', 3, -1, 1e9, true),
  fc.constant({ toString: 1 }),
  fc.constant([[1n]]),
  fc.jsonValue(),
);
const anyAttributes = fc.dictionary(fc.constantFrom(...ATTRIBUTES), anyValue, { maxKeys: 3 });
const anyText = fc.record({
  text: fc.constantFrom('', 'The river', ' rises. ', '😀'),
  marks: fc.dictionary(fc.constantFrom('strong', 'link', 'link--AAAAAAAA', 'blink'), fc.jsonValue(), {
    maxKeys: 2,
  }),
});
const { lying: anyElement } = fc.letrec<{ lying: Lying }>((tie) => ({
  lying: fc.record({
    name: fc.constantFrom(...NAMES),
    attributes: anyAttributes,
    within: fc.array(fc.oneof({ maxDepth: 5, depthSize: 'small' }, anyText, tie('lying')), { maxLength: 3 }),
  }),
}));

function lay(one: Lying): Y.XmlElement | Y.XmlText {
  if ('text' in one) {
    const text = new Y.XmlText();
    text.insert(0, one.text, one.marks);
    return text;
  }
  const element = new Y.XmlElement(one.name);
  for (const [name, value] of Object.entries(one.attributes)) element.setAttribute(name, value as string);
  element.insert(0, one.within.map(lay));
  return element;
}

const bodyWith = (lying: Lying[]): Y.XmlFragment => {
  const { body } = partsOf(new Y.Doc());
  body.push(lying.map(lay));
  return body;
};

/** The same at another's. */
const elsewhere = ({ doc }: Y.XmlFragment): Y.XmlFragment => {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc!));
  return partsOf(other).body;
};

test('whatever lies in a draft’s body, what is read of it is a document, and can be told as text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, anyElement), { maxLength: 4 }), (lying) => {
      const body = bodyWith(lying);
      const document = bodyOf(body);
      draftSchema.nodeFromJSON(document).check();
      assert.equal(typeof documentText(document), 'string');
      assert.deepEqual(bodyOf(elsewhere(body)), document);
    }),
    { numRuns: runs(500) },
  );
});

/** Elements that no editor can open are not taken into a draft at all. */
const taken = (one: Lying): Lying =>
  'text' in one
    ? one
    : { ...one, name: one.name === 'text' ? 'blink' : one.name, within: one.within.map(taken) };

test('what an editor takes out of a draft when it opens it was never read of it', () => {
  fc.assert(
    fc.property(fc.array(anyElement, { maxLength: 4 }), (lying) => {
      const body = elsewhere(bodyWith(lying.map(taken)));
      const [before, left] = [bodyOf(body), leftOutOf(body)];
      initProseMirrorDoc(body, draftSchema);
      assert.deepEqual(bodyOf(body), before);
      assert.deepEqual(
        [...leftOutOf(body)].filter((one) => !left.has(one)),
        [],
      );
    }),
    { numRuns: runs(500) },
  );
});

const said = (words: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: words }],
});

test('two people who take a quote’s paragraphs one each leave no quote', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  const quote = { type: 'blockquote' as const, content: [said('We stay.'), said('We leave.')] };
  fillDoc(one, { ...emptyContent(), body: { type: 'doc', content: [said('Before'), quote] } });
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  (partsOf(one).body.get(1) as Y.XmlElement).delete(0, 1);
  (partsOf(two).body.get(1) as Y.XmlElement).delete(1, 1);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  assert.deepEqual(contentOf(one).body, { type: 'doc', content: [said('Before')] });
});

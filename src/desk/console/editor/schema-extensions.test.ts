import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import type { AttributeSpec, MarkType, NodeType } from '@tiptap/pm/model';
import { yXmlFragmentToProsemirrorJSON, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { schema } from '../../../domain/document.ts';
import { draftSchema } from '../../shared/draft-schema.ts';
import { schemaExtensions } from './schema-extensions.ts';

const NODE = 'content group inline selectable draggable defining isolating needsContent'.split(' ');
const MARK = ['inclusive', 'code', 'excludes'];

/** What a type is, without how it looks and what its attributes refuse. */
function told({ spec, name }: NodeType | MarkType, fields: string[], missing?: unknown) {
  const attrs: Record<string, AttributeSpec> = spec.attrs ?? {};
  const attributes = Object.entries(attrs).map(([key, attribute]) => [
    key,
    'default' in attribute ? (attribute.default as unknown) : missing,
  ]);
  return { name, attributes, ...Object.fromEntries(fields.map((field) => [field, spec[field]])) };
}

for (const [name, drafts] of [
  ['the editor', getSchema(schemaExtensions())],
  ['a draft', draftSchema],
] as const) {
  test(`${name} is written in the nodes and marks of documents, not in some like them`, () => {
    assert.deepEqual(Object.keys(drafts.nodes), Object.keys(schema.nodes));
    assert.deepEqual(Object.keys(drafts.marks), Object.keys(schema.marks));
    assert.equal(drafts.topNodeType.name, 'doc');
    for (const [key, type] of Object.entries(schema.nodes)) {
      assert.deepEqual(told(drafts.nodes[key]!, NODE, ''), told(type, NODE, ''), key);
      assert.equal(drafts.nodes[key]!.spec.leafText?.name, type.spec.leafText?.name);
    }
    for (const [key, type] of Object.entries(schema.marks))
      assert.deepEqual(told(drafts.marks[key]!, MARK, ''), told(type, MARK, ''), key);
  });

  test(`what may stand in what is the same in ${name}, for every node and mark`, () => {
    for (const parent of Object.values(schema.nodes)) {
      const same = drafts.nodes[parent.name]!;
      for (const child of Object.values(schema.nodes)) {
        assert.equal(
          same.contentMatch.matchType(drafts.nodes[child.name]!) !== null,
          parent.contentMatch.matchType(child) !== null,
          `${child.name} in ${parent.name}`,
        );
      }
      for (const mark of Object.values(schema.marks))
        assert.equal(same.allowsMarkType(drafts.marks[mark.name]!), parent.allowsMarkType(mark));
    }
  });

  test(`no attribute, whatever another browser wrote, takes words out of ${name}`, () => {
    const doc = new Y.Doc();
    const body = doc.getXmlFragment('body');
    const statement = new Y.XmlElement('statement');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('We walked away.')]);
    statement.insert(0, [paragraph]);
    statement.setAttribute('link', 'javascript:alert(1)');
    const image = new Y.XmlElement('image');
    body.insert(0, [statement, image]);
    const before = yXmlFragmentToProsemirrorJSON(body);
    const read = yXmlFragmentToProseMirrorRootNode(body, drafts);
    assert.equal(read.textContent, 'We walked away.');
    assert.equal(read.firstChild!.attrs['speaker'], '');
    assert.deepEqual(yXmlFragmentToProsemirrorJSON(body), before);
  });
}

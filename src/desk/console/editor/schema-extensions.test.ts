import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import type { AttributeSpec, MarkType, NodeType } from '@tiptap/pm/model';
import { schema } from '../../../domain/document.ts';
import { schemaExtensions } from './schema-extensions.ts';

const FIELDS = [
  'content',
  'group',
  'inline',
  'selectable',
  'draggable',
  'defining',
  'isolating',
  'needsContent',
];

/** What a type is, without how it looks; validators by what they say to a few values. */
function told({ spec, name }: NodeType | MarkType, fields: string[]) {
  const attrs: Record<string, AttributeSpec> = spec.attrs ?? {};
  const attributes = Object.entries(attrs).map(([key, attribute]) => ({
    key,
    required: !('default' in attribute),
    default: attribute.default as unknown,
    takes: TRIED.map((value) => taken(attribute, value)),
  }));
  return { name, attributes, ...Object.fromEntries(fields.map((field) => [field, spec[field]])) };
}

const TRIED = [
  '',
  'Kim',
  'a\nb',
  'https://example.com/',
  'javascript:alert(1)',
  '/media/1',
  2,
  9,
  -1,
  1.5,
  null,
  {},
  'es',
  'x'.repeat(3000),
];

function taken({ validate }: AttributeSpec, value: unknown): string {
  try {
    if (typeof validate === 'function') validate(value);
    return 'taken';
  } catch (error) {
    return String(error);
  }
}

test('the editor writes in the schema of documents, not in one like it', () => {
  const edited = getSchema(schemaExtensions());
  assert.deepEqual(Object.keys(edited.nodes), Object.keys(schema.nodes));
  assert.deepEqual(Object.keys(edited.marks), Object.keys(schema.marks));
  assert.equal(edited.topNodeType.name, 'doc');
  for (const [name, type] of Object.entries(schema.nodes)) {
    assert.deepEqual(told(edited.nodes[name]!, FIELDS), told(type, FIELDS), name);
    assert.equal(edited.nodes[name]!.spec.leafText?.name, type.spec.leafText?.name);
  }
  for (const [name, type] of Object.entries(schema.marks)) {
    assert.deepEqual(
      told(edited.marks[name]!, ['inclusive', 'code', 'excludes']),
      told(type, ['inclusive', 'code', 'excludes']),
      name,
    );
  }
});

test('what one may stand in is the same in both, for every node and mark', () => {
  const edited = getSchema(schemaExtensions());
  for (const parent of Object.values(schema.nodes)) {
    for (const child of Object.values(schema.nodes)) {
      assert.equal(
        edited.nodes[parent.name]!.contentMatch.matchType(edited.nodes[child.name]!) !== null,
        parent.contentMatch.matchType(child) !== null,
        `${child.name} in ${parent.name}`,
      );
    }
    for (const mark of Object.values(schema.marks)) {
      assert.equal(
        edited.nodes[parent.name]!.allowsMarkType(edited.marks[mark.name]!),
        parent.allowsMarkType(mark),
      );
    }
  }
});

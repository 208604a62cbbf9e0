import type { ContentMatch, NodeType } from 'prosemirror-model';
import type { Attribute } from './attributes.ts';
import { SIZE_MAX } from './limits.ts';
import { markAttributes, mayBeEmpty, nodeAttributes, schema } from './schema.ts';

/**
 * The document for readers of the API: a JSON Schema (2020-12) for every node and mark, keyed `document`,
 * `document_paragraph` … `document_mark_link`; they refer to each other below `at`. It is made from the schema the
 * gate checks with, and is wider than the gate: links, bounds on the whole and the order within are for the gate.
 */
export function documentSchemas(at = '#/components/schemas/'): Record<string, object> {
  const refer = (names: readonly string[]): object => ({ anyOf: names.map((name) => ({ $ref: at + name })) });
  const marks = Object.keys(schema.marks).map(markKey);
  const schemas: Record<string, object> = {};
  for (const type of Object.values(schema.nodes)) schemas[nodeKey(type)] = nodeSchema(type, refer, marks);
  for (const mark of Object.keys(schema.marks)) {
    schemas[markKey(mark)] = closed({ type: { const: mark } }, markAttributes[mark], {});
  }
  return {
    ...schemas,
    document: { ...schemas.document, description: `A body of at most ${SIZE_MAX} characters` },
  };
}

type Refer = (names: readonly string[]) => object;

const nodeKey = (type: NodeType): string => (type.name === 'doc' ? 'document' : `document_${type.name}`);
const markKey = (mark: string): string => `document_mark_${mark}`;

function nodeSchema(type: NodeType, refer: Refer, marks: readonly string[]): object {
  const optional: Record<string, object> = type.isInline
    ? { marks: { type: 'array', items: refer(marks) } }
    : {};
  if (type.isText) return closed({ type: { const: 'text' }, text: { type: 'string' } }, undefined, optional);
  const members: Record<string, object> = { type: { const: type.name } };
  if (!type.isLeaf) {
    const items = refer(childrenOf(type).map(nodeKey));
    const isOptional = mayBeEmpty(type);
    (isOptional ? optional : members).content = { type: 'array', items, ...(!isOptional && { minItems: 1 }) };
  }
  return closed(members, nodeAttributes[type.name], optional);
}

/** An object of these members and no others; the attributes may be left out where each has a default. */
function closed(
  required: Record<string, object>,
  attributes: Record<string, Attribute> | undefined,
  optional: Record<string, object>,
): object {
  const attrs = attributesSchema(attributes ?? {});
  const mustHave = attrs.required.length > 0 ? [...Object.keys(required), 'attrs'] : Object.keys(required);
  return {
    type: 'object',
    properties: { ...required, attrs, ...optional },
    required: mustHave,
    additionalProperties: false,
  };
}

function attributesSchema(attributes: Record<string, Attribute>) {
  const properties: Record<string, object> = {};
  const required: string[] = [];
  for (const [name, { json, default: fallback }] of Object.entries(attributes)) {
    properties[name] = fallback === undefined ? json : { ...json, default: fallback };
    if (fallback === undefined) required.push(name);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Every type that may stand anywhere in the node's content. */
function childrenOf(type: NodeType): NodeType[] {
  const children = new Set<NodeType>();
  const seen = new Set<ContentMatch>();
  const open = [type.contentMatch];
  for (let match = open.pop(); match; match = open.pop()) {
    seen.add(match);
    for (let index = 0; index < match.edgeCount; index += 1) {
      const edge = match.edge(index);
      children.add(edge.type);
      if (!seen.has(edge.next)) open.push(edge.next);
    }
  }
  return [...children];
}

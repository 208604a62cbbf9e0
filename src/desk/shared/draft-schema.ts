import { Schema } from 'prosemirror-model';
import type { AttributeSpec, MarkSpec, NodeSpec } from 'prosemirror-model';
import type { Attribute, AttributeValue } from '../../domain/document/attributes.ts';
import { markAttributes, nodeAttributes, schema } from '../../domain/document/schema.ts';

/**
 * The schema of documents for words that are still being written: the same nodes and marks, but no attribute is refused.
 * A statement may wait for its speaker, and what another browser wrote may be of any shape; Yjs's binding would take a
 * refused node out of everybody's draft, with the words in it. `checkDocument` refuses where it is published.
 */
export const draftSchema = new Schema({
  nodes: Object.fromEntries(Object.entries(schema.nodes).map(([name, { spec }]) => [name, lenient(spec)])),
  marks: Object.fromEntries(Object.entries(schema.marks).map(([name, { spec }]) => [name, lenient(spec)])),
});

function lenient<S extends NodeSpec | MarkSpec>(spec: S): S {
  const attrs: Record<string, AttributeSpec> = spec.attrs ?? {};
  return {
    ...spec,
    attrs: Object.fromEntries(
      Object.entries(attrs).map(([name, attribute]) => [
        name,
        // What has to be there is empty until it is written.
        { default: 'default' in attribute ? (attribute.default as unknown) : '' },
      ]),
    ),
  };
}

/** What of a node's attributes can be read: text of any length where text is due, numbers that the schema takes. The rest is as if it were not given. */
export const nodeAttributesIn = (name: string, given: unknown): Record<string, AttributeValue> =>
  readable(nodeAttributes[name], given);

/** The same of a mark's. */
export const markAttributesIn = (name: string, given: unknown): Record<string, AttributeValue> =>
  readable(markAttributes[name], given);

function readable(known: Record<string, Attribute> = {}, given: unknown): Record<string, AttributeValue> {
  if (typeof given !== 'object' || given === null) return {};
  const values = given as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, attribute]) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return isReadable(attribute, value) ? [[name, value]] : [];
    }),
  );
}

function isReadable(attribute: Attribute, value: unknown): value is AttributeValue {
  if (typeof value === 'string') return !isNumber(attribute);
  if (value === null) return attribute.default === null;
  return typeof value === 'number' && 'value' in attribute.read(value);
}

const isNumber = ({ read }: Attribute): boolean => [1, 2].some((one) => 'value' in read(one));

import { Schema } from 'prosemirror-model';
import type { AttributeSpec, MarkSpec, NodeSpec } from 'prosemirror-model';
import { schema } from '../../domain/document.ts';

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

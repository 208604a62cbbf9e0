import type { Node, Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { MediaWire } from '../../../shared/wire.ts';

/** Puts pictures behind the block at a place, or in place of an empty paragraph: one alone, several as a gallery. */
export function placePictures(tr: Transaction, position: number, media: readonly MediaWire[]): void {
  const { schema } = tr.doc.type;
  const images = media.map((one) => imageOf(schema, one));
  const node = images.length === 1 ? images[0]! : schema.nodes['gallery']!.create(null, images);
  const $at = tr.doc.resolve(Math.min(Math.max(position, 0), tr.doc.content.size));
  const block = $at.depth > 0 ? $at.node(1) : null;
  const isEmptyLine = block?.type.name === 'paragraph' && block.content.size === 0;
  if (isEmptyLine) tr.replaceWith($at.before(1), $at.after(1), node);
  else tr.insert($at.depth > 0 ? $at.after(1) : $at.pos, node);
  if (tr.doc.lastChild === node) tr.insert(tr.doc.content.size, schema.nodes['paragraph']!.create());
}

export const imageOf = (schema: Schema, media: MediaWire): Node =>
  schema.nodes['image']!.create(imageAttributes(media));

/** With the words its own file brought. */
export const imageAttributes = ({ src, alt, caption, credit, shown }: MediaWire) => ({
  src,
  alt,
  caption,
  credit,
  width: shown.width,
  height: shown.height,
});

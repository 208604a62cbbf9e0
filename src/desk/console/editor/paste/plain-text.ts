import { Fragment, Slice, type Schema } from '@tiptap/pm/model';
import { paragraphs } from '../../../../domain/document.ts';

/** Text as it is written: an empty line parts paragraphs; where there is none, every line is one. */
export function textSlice(text: string, schema: Schema): Slice {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const blocks = /\n[ \t]*\n/.test(lines) ? lines.split(/\n(?:[ \t]*\n)+/) : lines.split('\n');
  const nodes = paragraphs(blocks).content.map((block) => schema.nodeFromJSON(block));
  return Slice.maxOpen(Fragment.fromArray(nodes));
}

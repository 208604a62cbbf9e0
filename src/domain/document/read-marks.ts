import { Mark } from 'prosemirror-model';
import type { NodeType } from 'prosemirror-model';
import { readAttributes } from './read-attributes.ts';
import { isObject, quote } from './reading.ts';
import type { Reading } from './reading.ts';
import { markAttributes, schema } from './schema.ts';

/** A node's marks in the schema's order, or null where one is unknown, repeated or not allowed in the parent. */
export function readMarks(
  reading: Reading,
  value: unknown,
  pointer: string,
  parent: NodeType | null,
): readonly Mark[] | null {
  if (value === undefined) return Mark.none;
  if (!Array.isArray(value)) return reading.refuse(pointer, 'must be an array');
  const marks: Mark[] = [];
  for (const [index, given] of value.entries()) {
    const mark = readMark(reading, given, `${pointer}/${index}`, parent);
    if (mark === null) return null;
    if (mark.type.isInSet(marks))
      return reading.refuse(`${pointer}/${index}`, `a second "${mark.type.name}"`);
    marks.push(mark);
  }
  return Mark.setFrom(marks);
}

function readMark(reading: Reading, value: unknown, pointer: string, parent: NodeType | null): Mark | null {
  if (!isObject(value)) return reading.refuse(pointer, 'must be an object with a type');
  const type =
    typeof value.type === 'string' && Object.hasOwn(schema.marks, value.type) && schema.marks[value.type];
  if (!type) return reading.refuse(`${pointer}/type`, `${quote(value.type)} is no mark known here`);
  if (parent?.allowsMarkType(type) !== true) {
    return reading.refuse(
      pointer,
      `"${type.name}" cannot mark what stands in "${parent?.name ?? 'nothing'}"`,
    );
  }
  const errorsBefore = reading.errors.length;
  reading.onlyMembers(value, pointer, ['type', 'attrs']);
  const attributes = readAttributes(
    reading,
    value.attrs,
    `${pointer}/attrs`,
    markAttributes[type.name] ?? {},
  );
  return attributes === null || reading.errors.length > errorsBefore ? null : type.create(attributes);
}

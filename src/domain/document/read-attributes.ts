import type { Attribute, AttributeValue } from './attributes.ts';
import { breaks } from '../faults.ts';
import { isObject } from './reading.ts';
import type { Reading } from './reading.ts';

/** A node's or mark's attributes with their defaults, or null where one is refused. */
export function readAttributes(
  reading: Reading,
  value: unknown,
  pointer: string,
  attributes: Record<string, Attribute>,
): Record<string, AttributeValue> | null {
  if (value !== undefined && !isObject(value)) return reading.refuse(pointer, 'must be an object');
  const given = value ?? {};
  const errorsBefore = reading.errors.length;
  reading.onlyMembers(given, pointer, Object.keys(attributes));
  const kept: Record<string, AttributeValue> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const result = readAttribute(given, name, attribute);
    if ('fault' in result) reading.refuse(`${pointer}/${name}`, result.fault);
    else kept[name] = result.value;
  }
  return reading.errors.length > errorsBefore ? null : kept;
}

function readAttribute(given: Record<string, unknown>, name: string, attribute: Attribute) {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value !== undefined) return attribute.read(value);
  return attribute.default === undefined ? { fault: breaks('missing') } : { value: attribute.default };
}

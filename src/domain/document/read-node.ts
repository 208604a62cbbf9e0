import { Fragment } from 'prosemirror-model';
import type { Mark, Node, NodeType } from 'prosemirror-model';
import { dropControls } from '../plain-text.ts';
import { closeBidiAcross } from './bidi.ts';
import { readAttributes } from './read-attributes.ts';
import { readMarks } from './read-marks.ts';
import { isObject, quote } from './reading.ts';
import type { Reading } from './reading.ts';
import { mayBeEmpty, nodeAttributes, schema } from './schema.ts';

/** Where a node stands: its JSON pointer, its level (`doc` is 0), and what it stands in. */
type Place = { pointer: string; depth: number; parent: NodeType | null };

const TEXT_MEMBERS = ['type', 'text', 'marks'];
const LEAF_MEMBERS = ['type', 'attrs', 'marks'];
const MEMBERS = [...LEAF_MEMBERS, 'content'];

/** The whole document, or null where it is refused; the faults are in the reading. */
export function readRoot(reading: Reading, value: unknown): Node | null {
  if (isObject(value) && value.type !== 'doc')
    return reading.refuse('/type', 'the outermost node must be "doc"');
  return readNode(reading, value, { pointer: '', depth: 0, parent: null })?.[0] ?? null;
}

/** One node with all it holds; none for a text of nothing but controls; null where it is refused. */
function readNode(reading: Reading, value: unknown, { pointer, depth, parent }: Place): Node[] | null {
  if (!reading.enter(pointer, depth)) return null;
  if (!isObject(value)) return reading.refuse(pointer, 'must be an object with a type');
  const type = nodeType(value.type);
  if (type === null) return reading.refuse(`${pointer}/type`, `${quote(value.type)} is no node known here`);
  const marks = readMarks(reading, value.marks, `${pointer}/marks`, parent);
  if (type.isText) return readText(reading, value, pointer, marks);
  reading.onlyMembers(value, pointer, type.isLeaf ? LEAF_MEMBERS : MEMBERS);
  const attributes = readAttributes(
    reading,
    value.attrs,
    `${pointer}/attrs`,
    nodeAttributes[type.name] ?? {},
  );
  const content = type.isLeaf ? [] : readContent(reading, value.content, { pointer, depth, parent: type });
  if (marks === null || attributes === null || content === null) return null;
  return [type.create(attributes, Fragment.fromArray(content), marks)];
}

function readText(
  reading: Reading,
  value: Record<string, unknown>,
  pointer: string,
  marks: readonly Mark[] | null,
): Node[] | null {
  reading.onlyMembers(value, pointer, TEXT_MEMBERS);
  if (typeof value.text !== 'string') return reading.refuse(`${pointer}/text`, 'must be a string');
  const text = dropControls(value.text);
  if (marks === null) return null;
  return text === '' ? [] : [schema.text(text, marks)];
}

function readContent(
  reading: Reading,
  value: unknown,
  { pointer, depth, parent }: Place & { parent: NodeType },
): Node[] | null {
  if (value !== undefined && !Array.isArray(value))
    return reading.refuse(`${pointer}/content`, 'must be an array');
  const children: Node[] = [];
  const errorsBefore = reading.errors.length;
  let match = parent.contentMatch;
  for (const [index, child] of (value ?? []).entries()) {
    const at = `${pointer}/content/${index}`;
    const nodes = readNode(reading, child, { pointer: at, depth: depth + 1, parent });
    if (reading.stopped) return null;
    for (const node of nodes ?? []) {
      const next = match.matchType(node.type);
      if (next === null) reading.refuse(at, `"${node.type.name}" cannot stand here in "${parent.name}"`);
      match = next ?? match;
      children.push(node);
    }
  }
  if (reading.errors.length > errorsBefore) return null;
  const isWhole = children.length > 0 ? match.validEnd : mayBeEmpty(parent);
  if (!isWhole) return reading.refuse(`${pointer}/content`, `must be: ${parent.spec.content}`);
  return parent.inlineContent ? closeBidiAcross(children) : children;
}

function nodeType(name: unknown): NodeType | null {
  return typeof name === 'string' && Object.hasOwn(schema.nodes, name) ? (schema.nodes[name] ?? null) : null;
}

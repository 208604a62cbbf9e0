import type { Mark, Node } from 'prosemirror-model';
import type { FieldError } from '../errors.ts';
import { breaks, faultAt, type Wrong } from '../faults.ts';
import type { DocumentJSON } from './json.ts';
import { DEPTH_MAX, ERRORS_MAX, NODES_MAX, SIZE_MAX } from './limits.ts';
import { readRoot } from './read-node.ts';
import { Reading } from './reading.ts';

export type CheckedDocument =
  | { type: 'document'; document: DocumentJSON }
  | { type: 'bad-document'; errors: FieldError[] };

/**
 * The one gate every document passes, whichever way it came in. Takes anything; gives the document in its normal
 * form (defaults filled, marks in order, adjoining text joined, links normalised, controls dropped, bidirectional
 * controls closed), or every fault found, each with a JSON pointer (RFC 6901) into what was given. Never throws.
 */
export function checkDocument(value: unknown): CheckedDocument {
  const reading = new Reading({ nodes: NODES_MAX, depth: DEPTH_MAX, errors: ERRORS_MAX });
  const node = readRoot(reading, value);
  if (node === null || reading.errors.length > 0) return { type: 'bad-document', errors: reading.errors };
  const fault = lastFault(node);
  if (fault !== null) return { type: 'bad-document', errors: [faultAt('', fault)] };
  return { type: 'document', document: toDocumentJSON(node) };
}

/** The document as plain objects: ProseMirror's own `toJSON` shares attributes without a prototype. */
export function toDocumentJSON(node: Node): DocumentJSON {
  const document: DocumentJSON = JSON.parse(JSON.stringify(node.toJSON()));
  return document;
}

function lastFault(node: Node): Wrong | null {
  const size = sizeOf(node);
  if (size > SIZE_MAX)
    return breaks(
      'too-much-text',
      SIZE_MAX,
      `the document holds ${size} characters; at most ${SIZE_MAX} are taken`,
    );
  try {
    node.check();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'the document does not fit the schema';
  }
}

/** Characters (UTF-16 units) in the text and in every attribute. */
function sizeOf(root: Node): number {
  let size = 0;
  root.descendants((node) => {
    size += (node.text?.length ?? 0) + lengthOf(node.attrs);
    for (const mark of node.marks) size += lengthOf(mark.attrs);
  });
  return size;
}

function lengthOf(attributes: Mark['attrs']): number {
  let length = 0;
  for (const value of Object.values(attributes)) if (typeof value === 'string') length += value.length;
  return length;
}

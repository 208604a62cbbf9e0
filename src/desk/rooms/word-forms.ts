import * as Y from 'yjs';
import { DEEPEST } from '../shared/draft-body.ts';
import type { Words } from './is-known.ts';

/**
 * Whether words that a document has just taken in are of a form that a draft can have: no deeper than anything of ours, and
 * XML that the editor's binding reads at all. What it does not read it would break on, for everybody.
 */
export function areInForm({ store }: Y.Doc, { structs }: Words): boolean {
  return structs.every((struct) => {
    if (!(struct instanceof Y.Item)) return true;
    if (!valuesIn(struct.content).every((value) => isShallow(value, DEEPEST))) return false;
    const item: unknown = Y.getItem(store, struct.id);
    return !(item instanceof Y.Item) || (stands(item) && isNear(item));
  });
}

function valuesIn(content: Y.Item['content']): unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentFormat) return [content.value];
  return [];
}

function isShallow(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true;
  return left > 0 && Object.values(value).every((one) => isShallow(one, left - 1));
}

/** Whether it may stand where it does: elements in a body, elements and texts in them, words in texts; documents nowhere. */
function stands({ parent, parentSub, content }: Y.Item): boolean {
  if (content instanceof Y.ContentDoc) return false;
  if (parentSub !== null || content instanceof Y.ContentDeleted) return true;
  if (parent instanceof Y.XmlText)
    return content instanceof Y.ContentString || content instanceof Y.ContentFormat;
  if (!(parent instanceof Y.XmlFragment)) return true;
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  if (type instanceof Y.XmlElement) return type.nodeName !== 'text';
  return type instanceof Y.XmlText && parent instanceof Y.XmlElement;
}

function isNear(item: Y.Item): boolean {
  let within: Y.Item | null = item;
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const parent: unknown = within.parent;
    // Yjs calls it so.
    // oxlint-disable-next-line no-underscore-dangle
    within = parent instanceof Y.AbstractType ? parent._item : null;
    if (within === null) return true;
  }
  return false;
}

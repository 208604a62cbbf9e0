import { prosemirrorJSONToYXmlFragment, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { DraftContent } from '../../domain/desk/draft.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import { bodyOf } from './draft-body.ts';
import { contentOf, newSummaryLine, partsOf } from './draft-doc.ts';
import { draftSchema } from './draft-schema.ts';

/**
 * Writes a former version's words over those that stand, as one change that the editor's undo takes back. Where both agree
 * nothing is touched, so that others' cursors stay and what they write meanwhile is kept.
 */
export function bringBack(doc: Y.Doc, content: DraftContent): void {
  const { body, title, dek, fields, summary } = partsOf(doc);
  const now = contentOf(doc);
  doc.transact(() => {
    rewriteBody(doc, body, content.body);
    rewrite(title, content.title);
    for (const field of ['author', 'keyEvent', 'analysis'] as const) {
      if (now[field] !== content[field]) fields.set(field, content[field]);
    }
    if (!content.top) return;
    const { dek: dekText, summary: lines, ...chosen } = content.top;
    rewrite(dek, dekText);
    for (const [field, value] of Object.entries(chosen)) {
      if (!isSame(value, now.top?.[field as keyof typeof chosen])) fields.set(field, value);
    }
    if (isSame(lines, now.top?.summary)) return;
    summary.delete(0, summary.length);
    summary.push(lines.map(newSummaryLine));
  }, ySyncPluginKey);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function rewriteBody(doc: Y.Doc, body: Y.XmlFragment, next: DocumentJSON): void {
  const afresh = new Y.Doc().getXmlFragment('body');
  prosemirrorJSONToYXmlFragment(draftSchema, next, afresh);
  const node = draftSchema.nodeFromJSON(next);
  updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() });
  // y-tiptap finds what differs by UTF-16 units, and can tear a character apart: then all of it is written anew.
  if (isSame(bodyOf(body), bodyOf(afresh))) return;
  body.delete(0, body.length);
  prosemirrorJSONToYXmlFragment(draftSchema, next, body);
}

/** Changes what differs between the ends that agree. */
function rewrite(text: Y.Text, next: string): void {
  const now = text.toJSON();
  if (now === next) return;
  const shorter = Math.min(now.length, next.length);
  let start = 0;
  while (start < shorter && now[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now.at(-1 - end) === next.at(-1 - end)) end += 1;
  // Half a character is none: Yjs would put U+FFFD in its place.
  if (isHalf(now, start) || isHalf(next, start)) start -= 1;
  if (isHalf(now, now.length - end) || isHalf(next, next.length - end)) end -= 1;
  text.delete(start, now.length - start - end);
  text.insert(start, next.slice(start, next.length - end));
}

/** Whether a place lies between the two UTF-16 units of one character. */
const isHalf = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

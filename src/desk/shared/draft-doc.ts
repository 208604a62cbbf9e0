import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { DraftContent, TopFields } from '../../domain/desk/draft.ts';
import { emptyDocument } from '../../domain/document.ts';
import type { Photo } from '../../domain/media.ts';
import type { SummaryLine } from '../../domain/story.ts';
import { draftSchema } from './draft-schema.ts';
import { bodyOf, isJson } from './draft-body.ts';

/**
 * How a draft's words lie in its Yjs document, for the console and the server alike:
 * - `body`: an XML fragment, in the nodes and marks of `domain/document`;
 * - `title`, `dek`: texts, so that two people may write in one headline;
 * - `fields`: a map of what is chosen rather than written;
 * - `summary`: an array of maps `{ text: Y.Text, updateId }`;
 * - `dismissed`: a map from the id of a mark in the margin to who dismissed it.
 */
export const partsOf = (doc: Y.Doc) => ({
  body: doc.getXmlFragment('body'),
  title: doc.getText('title'),
  dek: doc.getText('dek'),
  fields: doc.getMap<unknown>('fields'),
  summary: doc.getArray<Y.Map<unknown>>('summary'),
  dismissed: doc.getMap<{ by: string; at: string }>('dismissed'),
});

/** The fields that lie in the map `fields`, as they are before anybody chose. */
const CHOSEN = {
  author: '',
  keyEvent: false,
  analysis: false,
  isTop: false,
  byline: [] as string[],
  credit: '',
  photo: null as Photo | null,
  section: '',
  zone: '',
  placeZone: '',
  lang: '',
};
export type ChosenField = keyof typeof CHOSEN;

/** As somebody chose it; what is of another form than ours was never chosen. */
export function chosen<F extends ChosenField>(doc: Y.Doc, field: F): (typeof CHOSEN)[F] {
  const value = partsOf(doc).fields.get(field);
  const before = CHOSEN[field];
  return isLike(value, before) ? (value as (typeof CHOSEN)[F]) : before;
}

function isLike(value: unknown, before: unknown): boolean {
  if (Array.isArray(before)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  // The photo alone may be nothing.
  if (before === null) return value === null || isPhoto(value);
  return typeof value === typeof before;
}

function isPhoto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !isJson(value)) return false;
  const { mediaId, ...words } = value as Record<string, unknown>;
  const said = [words['alt'], words['caption'], words['credit']];
  return typeof mediaId === 'string' && said.every((each) => each === null || typeof each === 'string');
}

/**
 * The words of a draft as they stand, whatever the document holds: what cannot be read is left out. What can be is checked
 * where it is published, not here.
 */
export function contentOf(doc: Y.Doc): DraftContent {
  const { body, title, dek, summary } = partsOf(doc);
  const top: TopFields = {
    dek: dek.toJSON(),
    byline: chosen(doc, 'byline'),
    credit: chosen(doc, 'credit'),
    summary: summary.toArray().map(summaryLine),
    photo: chosen(doc, 'photo'),
    section: chosen(doc, 'section'),
    zone: chosen(doc, 'zone'),
    placeZone: chosen(doc, 'placeZone'),
    lang: chosen(doc, 'lang'),
  };
  return {
    title: title.toJSON(),
    body: bodyOf(body),
    author: chosen(doc, 'author'),
    keyEvent: chosen(doc, 'keyEvent'),
    analysis: chosen(doc, 'analysis'),
    top: chosen(doc, 'isTop') ? top : null,
  };
}

function summaryLine(line: unknown): SummaryLine {
  const [text, updateId] = line instanceof Y.Map ? [line.get('text'), line.get('updateId')] : [];
  return {
    text: text instanceof Y.Text ? text.toJSON() : '',
    updateId: typeof updateId === 'string' ? updateId : null,
  };
}

/** Writes words into an empty document. */
export function fillDoc(doc: Y.Doc, content: DraftContent): void {
  const { body, title, dek, fields, summary } = partsOf(doc);
  doc.transact(() => {
    prosemirrorJSONToYXmlFragment(draftSchema, content.body, body);
    title.insert(0, content.title);
    fields.set('author', content.author);
    fields.set('keyEvent', content.keyEvent);
    fields.set('analysis', content.analysis);
    if (!content.top) return;
    const { dek: dekText, summary: lines, ...rest } = content.top;
    fields.set('isTop', true);
    dek.insert(0, dekText);
    for (const [field, value] of Object.entries(rest)) fields.set(field, value);
    summary.push(lines.map(newSummaryLine));
  });
}

export function newSummaryLine({ text, updateId }: SummaryLine): Y.Map<unknown> {
  const line = new Y.Map<unknown>();
  line.set('text', new Y.Text(text));
  line.set('updateId', updateId);
  return line;
}

/** A new document with these words, as one Yjs update. */
export function seedOf(content: DraftContent): Uint8Array {
  const doc = new Y.Doc();
  fillDoc(doc, content);
  return Y.encodeStateAsUpdate(doc);
}

export function emptyContent(top: TopFields | null = null): DraftContent {
  return { title: '', body: emptyDocument(), author: '', keyEvent: false, analysis: false, top };
}

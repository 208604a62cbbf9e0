import * as Y from 'yjs';
import type { DraftLogSlice } from '../../storage/desk/draft-store.ts';
import { partsOf } from '../shared/draft-doc.ts';

/** A document for a draft's words. The types of its parts are said first, so that no update can say others. */
export function newDoc(): Y.Doc {
  const doc = new Y.Doc();
  partsOf(doc);
  return doc;
}

/** Takes what a draft's log holds into a document that has it up to `seq`; the seq it then has. */
export function takeIn(doc: Y.Doc, { snapshot, rows }: DraftLogSlice, seq: number, origin?: unknown): number {
  let now = seq;
  if (snapshot && snapshot.seq > now) {
    Y.applyUpdate(doc, snapshot.data, origin);
    now = snapshot.seq;
  }
  for (const row of rows) {
    if (row.seq <= now) continue;
    takeRow(doc, [row.data], origin);
    now = row.seq;
  }
  return now;
}

/**
 * Takes in one row of a log. Words in it that wait for others, which were not there when it was written, never come in:
 * they would come with the words of somebody else, in that person's name.
 */
export function takeRow(doc: Y.Doc, updates: Uint8Array[], origin?: unknown): void {
  for (const update of updates) Y.applyUpdate(doc, update, origin);
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
}

/** Whether words were taken in that wait for others. */
export const isWaiting = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null;

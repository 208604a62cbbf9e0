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
    Y.applyUpdate(doc, row.data, origin);
    now = row.seq;
  }
  return now;
}

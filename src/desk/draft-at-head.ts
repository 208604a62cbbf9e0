import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';
import { NOBODY, type ContentAtHead, type Writers } from '../commands/drafts/head.ts';
import type { DraftLogSlice } from '../storage/desk/draft-store.ts';
import type { Storage } from '../storage/storage.ts';
import { newDoc, takeIn, takeRow } from './rooms/log-doc.ts';
import { leftOutOf } from './shared/draft-body.ts';
import { contentOf, partsOf } from './shared/draft-doc.ts';

/** Reads a draft's words to the last keystroke that was committed; the draft's own row may be behind by a second. */
export function draftAtHead({ draftLog, drafts }: Pick<Storage, 'draftLog' | 'drafts'>): ContentAtHead {
  return async (draftId, since = Infinity) => {
    const slice = await draftLog.since(draftId, 0);
    if (!slice.snapshot && slice.rows.length === 0) {
      const draft = await drafts.find(draftId);
      if (!draft) throw new Error(`there is no draft ${draftId}`);
      return { content: draft.content, logSeq: 0, writers: NOBODY };
    }
    const doc = newDoc();
    try {
      const rows = slice.rows.filter(({ seq }) => seq <= since);
      const seen = doc.transact(() => takeIn(doc, { ...slice, rows }, 0));
      const later = slice.rows.filter(({ seq }) => seq > since);
      const writers = later.length === 0 ? NOBODY : takeInTurns(doc, later);
      return { content: contentOf(doc), logSeq: later.at(-1)?.seq ?? seen, writers };
    } finally {
      doc.destroy();
    }
  };
}

/**
 * Takes in what was typed, turn by turn of its writers; of each whose turn left other words than it found, the last entry.
 * Settling a mark in the margin changes none, nor does it when a console takes out what has no place in a document. Whoever
 * put such a thing there wrote it: it may come to be read by what somebody else does.
 */
function takeInTurns(doc: Y.Doc, rows: DraftLogSlice['rows']): Writers {
  const writers = new Map<string, number>();
  let before = contentOf(doc);
  let leftOut = leftOutOf(partsOf(doc).body);
  for (const [index, { data, by, seq }] of rows.entries()) {
    takeRow(doc, [data]);
    if (rows[index + 1]?.by === by) continue;
    const after = contentOf(doc);
    const out = leftOutOf(partsOf(doc).body);
    if (!out.isSubsetOf(leftOut) || !isDeepStrictEqual(before, after)) writers.set(by, seq);
    [before, leftOut] = [after, out];
  }
  return writers;
}

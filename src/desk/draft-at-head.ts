import type { ContentAtHead } from '../commands/drafts/head.ts';
import type { Storage } from '../storage/storage.ts';
import { newDoc, takeIn } from './rooms/log-doc.ts';
import { contentOf } from './shared/draft-doc.ts';

/** Reads a draft's words to the last keystroke that was committed; the draft's own row may be behind by a second. */
export function draftAtHead({ draftLog, drafts }: Pick<Storage, 'draftLog' | 'drafts'>): ContentAtHead {
  return async (draftId) => {
    const slice = await draftLog.since(draftId, 0);
    if (!slice.snapshot && slice.rows.length === 0) {
      const draft = await drafts.find(draftId);
      if (!draft) throw new Error(`there is no draft ${draftId}`);
      return { content: draft.content, logSeq: 0 };
    }
    const doc = newDoc();
    try {
      const logSeq = doc.transact(() => takeIn(doc, slice, 0));
      return { content: contentOf(doc), logSeq };
    } finally {
      doc.destroy();
    }
  };
}

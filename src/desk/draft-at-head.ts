import * as Y from 'yjs';
import type { ContentAtHead } from '../commands/drafts/head.ts';
import type { Storage } from '../storage/storage.ts';
import { contentOf } from './shared/draft-doc.ts';

/** Reads a draft's words with every keystroke that is in its log. */
export function draftAtHead({ draftLog, drafts }: Pick<Storage, 'draftLog' | 'drafts'>): ContentAtHead {
  return async (draftId) => {
    const { snapshot, rows } = await draftLog.since(draftId, 0);
    const last = rows.at(-1)?.seq ?? snapshot?.seq ?? 0;
    if (last === 0) {
      const draft = await drafts.find(draftId);
      if (!draft) throw new Error(`there is no draft ${draftId}`);
      return { content: draft.content, logSeq: 0 };
    }
    const doc = new Y.Doc();
    try {
      doc.transact(() => {
        if (snapshot) Y.applyUpdate(doc, snapshot.data);
        for (const { data } of rows) Y.applyUpdate(doc, data);
      });
      return { content: contentOf(doc), logSeq: last };
    } finally {
      doc.destroy();
    }
  };
}

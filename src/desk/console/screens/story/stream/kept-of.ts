import * as Y from 'yjs';
import { newDraft } from '../../../../../domain/desk/new-draft.ts';
import { contentOf } from '../../../../shared/draft-doc.ts';
import type { Draft, DraftContent } from '../../../../shared/wire.ts';
import type { KeptWords } from '../../../offline/kept-words.ts';
import type { QueueItem } from '../../../offline/queue-item.ts';

/** What of a story waits in this browser: ids, and drafts for those the newsroom has not heard of. */
export type Kept = { ids: ReadonlySet<string>; drafts(known: Draft[], me: string): Draft[] };

export function keptOf(queue: readonly QueueItem[], begun: readonly KeptWords[], storyId: string): Kept {
  const waiting = queue.filter(({ asked }) => asked.storyId === storyId);
  const filed = new Set(waiting.map(({ draftId }) => draftId));
  // Which words wait is read a moment later than the queue: what was just filed may still stand in both.
  const written = begun.filter(
    ({ draftId, beginning }) => beginning.storyId === storyId && !filed.has(draftId),
  );
  return {
    ids: new Set([...waiting, ...written].map(({ draftId }) => draftId)),
    drafts: (known, me) => {
      const ids = new Set(known.map(({ id }) => id));
      const unheard = [
        ...waiting.filter(({ draftId }) => !ids.has(draftId)).map((item) => asDraft(item, me)),
        ...written.filter(({ draftId }) => !ids.has(draftId)).map((one) => asBegun(one, me)),
      ];
      return unheard.length === 0 ? known : [...known, ...unheard];
    },
  };
}

/** As it will stand in the newsroom once it got there. */
const asDraft = ({ draftId: id, asked, filedAt, words }: QueueItem, me: string): Draft => {
  const { storyId, kind, updateId } = asked;
  const begun = newDraft({ id, storyId, kind, updateId, content: contentIn(words), by: me, now: filedAt });
  return { ...begun, status: 'filed', logSeq: 0, version: 0, filedBy: me, filedAt };
};

const asBegun = ({ draftId: id, beginning, changedAt, words }: KeptWords, me: string): Draft => {
  const { storyId, kind, updateId = null } = beginning;
  const content = contentIn(Y.mergeUpdates(words));
  const begun = newDraft({ id, storyId, kind, updateId, content, by: me, now: changedAt });
  return { ...begun, logSeq: 0, version: 0 };
};

function contentIn(words: Uint8Array): DraftContent {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, words);
  return contentOf(doc);
}

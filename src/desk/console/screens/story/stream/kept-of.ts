import * as Y from 'yjs';
import { contentOf } from '../../../../shared/draft-doc.ts';
import type { Draft, DraftContent } from '../../../../shared/wire.ts';
import type { QueueItem } from '../../../offline/queue-item.ts';

/** What of a story waits in this browser: ids, and drafts for those the newsroom has not heard of. */
export type Kept = { ids: ReadonlySet<string>; drafts(known: Draft[], me: string): Draft[] };

export function keptOf(queue: readonly QueueItem[], storyId: string): Kept {
  const waiting = queue.filter(({ asked }) => asked.storyId === storyId);
  return {
    ids: new Set(waiting.map(({ draftId }) => draftId)),
    drafts: (known, me) => {
      const ids = new Set(known.map(({ id }) => id));
      const unheard = waiting.filter(({ draftId }) => !ids.has(draftId));
      return unheard.length === 0 ? known : [...known, ...unheard.map((item) => asDraft(item, me))];
    },
  };
}

/** As it will stand in the newsroom once it got there. */
const asDraft = ({ draftId, asked, filedAt, words }: QueueItem, me: string): Draft => ({
  id: draftId,
  storyId: asked.storyId,
  kind: asked.kind,
  updateId: asked.updateId,
  baseVersion: null,
  status: 'filed',
  content: contentIn(words),
  logSeq: 0,
  version: 0,
  createdBy: me,
  createdAt: filedAt,
  changedBy: me,
  changedAt: filedAt,
  filedBy: me,
  filedAt,
  publishAt: null,
  scheduledBy: null,
  missed: null,
  embargoUntil: null,
  publishedBy: null,
  publishedAt: null,
  publishedSeq: null,
  late: false,
  trashedBy: null,
  trashedAt: null,
  at: null,
});

function contentIn(words: Uint8Array): DraftContent {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, words);
  return contentOf(doc);
}

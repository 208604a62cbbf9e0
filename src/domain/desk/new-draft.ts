import type { Instant } from '../time.ts';
import type { Draft } from './draft.ts';

type Begun = Pick<Draft, 'id' | 'storyId' | 'kind' | 'content'> &
  Partial<Pick<Draft, 'updateId' | 'baseVersion' | 'at'>> & { by: string; now: Instant };

/** A draft as it is when somebody begins it; its words are seq 1 of its log. */
export function newDraft({ by, now, ...begun }: Begun): Draft {
  return {
    updateId: null,
    baseVersion: null,
    status: 'draft',
    logSeq: 1,
    version: 1,
    createdBy: by,
    createdAt: now,
    changedBy: by,
    changedAt: now,
    filedBy: null,
    filedAt: null,
    filedSeq: null,
    publishAt: null,
    scheduledBy: null,
    publishHow: null,
    scheduledSeq: null,
    missed: null,
    embargoUntil: null,
    publishedBy: null,
    publishedAt: null,
    publishedSeq: null,
    late: false,
    trashedBy: null,
    trashedAt: null,
    at: null,
    ...begun,
  };
}

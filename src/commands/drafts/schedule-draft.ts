import type { Draft, PublishAs } from '../../domain/desk/draft.ts';
import type { Instant } from '../../domain/time.ts';
import { breaks, type Wrong } from '../../domain/faults.ts';
import { invalid, notAhead, onOpen, type DraftVerb } from './act.ts';
import { lacksSecondEyes, wroteAlone } from './kept-back.ts';

/** Has the server publish a draft by itself, as it stands then; `how`: what an edit, or a top, goes out as. */
export function scheduleDraft(publishAt: Instant, how: PublishAs | null = null): DraftVerb {
  return onOpen((scene) => {
    const { draft, now, personId, headSeq, writers } = scene;
    const publishHow = draft.kind === 'update' ? null : how;
    if (isScheduledSo(draft, publishAt, publishHow)) return { type: 'same' };
    if (publishAt <= now) return invalid('/publishAt', notAhead(now));
    if (draft.embargoUntil !== null && publishAt < draft.embargoUntil)
      return invalid('/publishAt', beforeEmbargo(draft.embargoUntil));
    if (lacksSecondEyes(draft, scene) || wroteAlone(draft, scene, writers)) return { type: 'four-eyes' };
    const change = {
      status: 'scheduled',
      publishAt,
      publishHow,
      scheduledBy: personId,
      scheduledSeq: headSeq,
      missed: null,
    } as const;
    const detail = { publishAt, ...(publishHow && { how: publishHow.as }) };
    return { type: 'changed', change, act: 'schedule-draft', detail };
  });
}

const beforeEmbargo = (until: Instant): Wrong =>
  breaks('before-embargo', `is before its embargo ends (${until})`);

const isScheduledSo = (draft: Draft, publishAt: Instant, how: PublishAs | null): boolean =>
  draft.status === 'scheduled' &&
  draft.publishAt === publishAt &&
  JSON.stringify(draft.publishHow) === JSON.stringify(how);

/** What a draft has that goes out by nobody but a hand. */
export const UNSCHEDULED = { publishAt: null, publishHow: null, scheduledBy: null, scheduledSeq: null };

/** It goes out by somebody's hand again. */
export function unscheduleDraft(): DraftVerb {
  return onOpen(({ draft }) => {
    if (draft.status !== 'scheduled') return { type: 'same' };
    const status = draft.filedBy === null ? 'draft' : 'filed';
    const change = { status, ...UNSCHEDULED } as const;
    return { type: 'changed', change, act: 'unschedule-draft', detail: { publishAt: draft.publishAt } };
  });
}

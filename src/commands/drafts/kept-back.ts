import type { Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { DraftScene } from './act.ts';
import type { Writers } from './head.ts';

/** Whether another must look at it first: here whoever filed it, or wrote it without filing, does not publish it. */
export const lacksSecondEyes = (
  { filedBy }: Pick<Draft, 'filedBy'>,
  { fourEyes, personId }: Pick<DraftScene, 'fourEyes' | 'personId'>,
): boolean => fourEyes && (filedBy === null || filedBy === personId);

/**
 * Whether words would go out that only their writer has seen: those that who publishes changed since the draft was filed – or,
 * where the server publishes it, that anybody changed since it was scheduled.
 */
export const wroteAlone = (
  { filedSeq, scheduledSeq }: Pick<Draft, 'filedSeq' | 'scheduledSeq'>,
  { fourEyes, personId }: Pick<DraftScene, 'fourEyes' | 'personId'>,
  writers: Writers,
  scheduled = false,
): boolean => {
  if (!fourEyes) return false;
  const own = writers.get(personId) ?? 0;
  const last = Math.max(0, ...writers.values());
  return own > (filedSeq ?? 0) || (scheduled && last > (scheduledSeq ?? 0));
};

/** Why nobody, or not this person, may publish a draft now; null where they may. No role and no way in is let past it. */
export function keptBack(scene: Pick<DraftScene, 'draft' | 'now' | 'personId' | 'fourEyes'>): Refusal | null {
  const { draft, now } = scene;
  if (draft.embargoUntil !== null && draft.embargoUntil > now)
    return { type: 'embargoed', until: draft.embargoUntil, now };
  return lacksSecondEyes(draft, scene) ? { type: 'four-eyes' } : null;
}

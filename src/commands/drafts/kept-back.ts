import type { Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { DraftScene } from './act.ts';

/** Whether another must look at it first: here whoever filed it, or wrote it without filing, does not publish it. */
export const lacksSecondEyes = (
  { filedBy }: Pick<Draft, 'filedBy'>,
  { fourEyes, personId }: Pick<DraftScene, 'fourEyes' | 'personId'>,
): boolean => fourEyes && (filedBy === null || filedBy === personId);

/** Why nobody, or not this person, may publish a draft now; null where they may. No role and no way in is let past it. */
export function keptBack(scene: DraftScene): Refusal | null {
  const { draft, now } = scene;
  if (draft.embargoUntil !== null && draft.embargoUntil > now)
    return { type: 'embargoed', until: draft.embargoUntil, now };
  return lacksSecondEyes(draft, scene) ? { type: 'four-eyes' } : null;
}

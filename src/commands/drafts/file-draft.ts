import type { Draft } from '../../domain/desk/draft.ts';
import type { Instant } from '../../domain/time.ts';
import { movedOn, onOpen, type DraftScene, type DraftVerb } from './act.ts';

/** The hour something was filed: the writer's own, written in a tunnel, but never later than it came in. */
export const hourFiled = (given: Instant | null, now: Instant): Instant =>
  given !== null && given < now ? given : now;

/** What filing changes of a draft. */
export function filing(
  { now, personId, headSeq }: Pick<DraftScene, 'now' | 'personId' | 'headSeq'>,
  given: Instant | null,
) {
  const filedAt = hourFiled(given, now);
  return {
    status: 'filed',
    filedBy: personId,
    filedAt,
    filedSeq: headSeq,
    missed: null,
  } satisfies Partial<Draft>;
}

/** What a draft has that nobody filed. */
export const UNFILED = { filedBy: null, filedAt: null, filedSeq: null, missed: null };

/** Files a draft for the desk. One that is filed, or goes out by itself, is. */
export function fileDraft(filedAt: Instant | null = null): DraftVerb {
  return onOpen((scene) => {
    if (scene.draft.status !== 'draft') return { type: 'same' };
    return { type: 'changed', change: filing(scene, filedAt), act: 'file-draft' };
  });
}

/** Takes a filed draft back, to go on writing. */
export function takeBackDraft(): DraftVerb {
  return onOpen(({ draft }) => {
    if (draft.status === 'draft') return { type: 'same' };
    if (draft.status === 'scheduled') return movedOn(draft);
    const change = { status: 'draft', ...UNFILED } as const;
    return { type: 'changed', change, act: 'take-back-draft' };
  });
}

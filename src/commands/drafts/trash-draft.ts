import { isOpen } from '../../domain/desk/draft.ts';
import { movedOn, type DraftVerb } from './act.ts';
import { UNFILED } from './file-draft.ts';
import { UNSCHEDULED } from './schedule-draft.ts';

/** Puts a draft into the trash, from where it can be brought back. */
export function trashDraft(): DraftVerb {
  return ({ draft, now, personId }) => {
    if (draft.status === 'trashed') return { type: 'same' };
    if (!isOpen(draft.status)) return movedOn(draft);
    const change = { status: 'trashed', trashedBy: personId, trashedAt: now, ...UNSCHEDULED } as const;
    return { type: 'changed', change, act: 'trash-draft' };
  };
}

/** Brings it back, to be filed anew. Where another of its kind was begun meanwhile, that one stands. */
export function restoreDraft(): DraftVerb {
  return ({ draft }) => {
    if (draft.status === 'published') return movedOn(draft);
    if (draft.status !== 'trashed') return { type: 'same' };
    const change = { status: 'draft', trashedBy: null, trashedAt: null, ...UNFILED } as const;
    return { type: 'changed', change, act: 'restore-draft' };
  };
}

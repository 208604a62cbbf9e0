import { onOpen, type DraftVerb } from './act.ts';

/** What was to go out by itself and could not, by the name of the problem, is filed again: for editors to see. */
export function missDraft(why: string): DraftVerb {
  return onOpen(({ draft, now }) => {
    const { publishAt, scheduledBy, filedBy, filedAt } = draft;
    if (draft.status !== 'scheduled') return { type: 'same' };
    const filed = { status: 'filed', filedBy: filedBy ?? scheduledBy, filedAt: filedAt ?? now } as const;
    const change = { ...filed, publishAt: null, scheduledBy: null, scheduledSeq: null, missed: why };
    return { type: 'changed', change, act: 'miss-draft', detail: { why, publishAt } };
  });
}

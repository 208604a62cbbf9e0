import { useCallback } from 'react';
import { holdDraft } from '../../../net/open-drafts.ts';
import { useStoryDesk } from '../story-desk.ts';

/** Holds a draft that is open once more, for what goes on when its sheet is put away; what it returns lets it go. */
export function useHold(draftId: string): () => () => void {
  const { id } = useStoryDesk().me;
  return useCallback(() => holdDraft(draftId, { person: { id } }).release, [draftId, id]);
}

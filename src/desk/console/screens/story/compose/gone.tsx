import { useEffect } from 'react';
import type { Presence } from '../../../../shared/wire.ts';
import { draftCalls } from '../net/draft-calls.ts';
import { usePresence } from '../../../net/live.ts';
import { useStoryDesk } from '../story-desk.ts';

const nameOf = (here: readonly Presence[], id: string): string | null =>
  here.find(({ personId }) => personId === id)?.name ?? null;

/** The draft went out, or into the trash, while it lay open here: who did it is found out and told, like a refusal. */
export function Gone({ draftId }: { draftId: string }) {
  const { refusals, story } = useStoryDesk();
  const here = usePresence();
  useEffect(() => {
    const tell = async (): Promise<void> => {
      const draft = await draftCalls.find(draftId).catch(() => null);
      const who = draft?.publishedBy ?? draft?.trashedBy ?? draft?.changedBy ?? '';
      refusals.set(draftId, {
        name: 'draft-moved',
        // The story names those whose drafts it still has; who just published is most likely here.
        moved: { draft, by: story.names[who] ?? nameOf(here, who) },
        detail: '',
      });
    };
    void tell();
  }, [draftId, refusals.set]);
  return null;
}

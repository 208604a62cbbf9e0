import { useEffect } from 'react';
import { draftCalls } from '../net/draft-calls.ts';
import { useStoryDesk } from '../story-desk.ts';

/** The draft went out, or into the trash, while it lay open here: who did it is found out and told, like a refusal. */
export function Gone({ draftId }: { draftId: string }) {
  const { refusals, story } = useStoryDesk();
  useEffect(() => {
    const tell = async (): Promise<void> => {
      const draft = await draftCalls.find(draftId).catch(() => null);
      const who = draft?.publishedBy ?? draft?.trashedBy ?? draft?.changedBy ?? '';
      refusals.set(draftId, {
        name: 'draft-moved',
        moved: { draft, by: story.names[who] ?? null },
        detail: '',
      });
    };
    void tell();
  }, [draftId, refusals.set]);
  return null;
}

import { useEffect } from 'react';
import { peopleQuery } from '../../../net/people.ts';
import { queryClient } from '../../../net/query-client.ts';
import { draftCalls } from '../net/draft-calls.ts';
import { useStoryDesk } from '../story-desk.ts';

/** The draft went out, or into the trash, while it lay open here: who did it is found out and told, like a refusal. */
export function Gone({ draftId }: { draftId: string }) {
  const { refusals } = useStoryDesk();
  useEffect(() => {
    const tell = async (): Promise<void> => {
      const [draft, people] = await Promise.all([
        draftCalls.find(draftId).catch(() => null),
        queryClient.fetchQuery(peopleQuery).catch(() => null),
      ]);
      const who = draft?.publishedBy ?? draft?.trashedBy ?? draft?.changedBy;
      const by = people?.items.find(({ id }) => id === who)?.name ?? null;
      refusals.set(draftId, { name: 'draft-moved', moved: { draft, by }, detail: '' });
    };
    void tell();
  }, [draftId, refusals.set]);
  return null;
}

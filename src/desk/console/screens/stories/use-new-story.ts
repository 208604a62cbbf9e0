import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { newId } from '../../../../domain/id.ts';
import { serverInstant } from '../../kit/now.ts';
import { useToasts } from '../../kit/toast-store.ts';
import { keys } from '../../net/keys.ts';
import { problemLine } from '../../net/problem-words.ts';
import { queryClient } from '../../net/query-client.ts';
import { useSession } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';

/** Begins a story: the draft of its top, on a screen of its own. Nobody outside sees anything of it until it is opened. */
export function useNewStory(): { begin: () => void; isBusy: boolean } {
  const speech = useWords();
  const toasts = useToasts();
  const [, go] = useLocation();
  const { person, site } = useSession();
  const begin = useMutation({
    mutationFn: async () => {
      const now = serverInstant();
      const { beginStory } = await import('../../offline/begin-story.ts');
      return beginStory({ person, site, draftId: newId(now), storyId: newId(now) });
    },
    onSuccess: (storyId) => {
      void queryClient.invalidateQueries({ queryKey: keys.stories });
      go(`/stories/${storyId}`);
    },
    onError: (problem) => toasts.show(problemLine(speech, problem), { kind: 'problem' }),
  });
  return {
    begin: () => {
      if (!begin.isPending) begin.mutate();
    },
    isBusy: begin.isPending,
  };
}

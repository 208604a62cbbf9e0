import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { newId } from '../../../../domain/id.ts';
import type { MadeDraftWire, NewDraftWire } from '../../../shared/wire.ts';
import { serverInstant } from '../../kit/now.ts';
import { useToasts } from '../../kit/toast-store.ts';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { problemLine } from '../../net/problem-words.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';

/** Begins a story: the draft of its top, on a screen of its own. Nobody outside sees anything of it until it is opened. */
export function useNewStory(): { begin: () => void; isBusy: boolean } {
  const speech = useWords();
  const toasts = useToasts();
  const [, go] = useLocation();
  const begin = useMutation({
    mutationFn: () => {
      const now = serverInstant();
      const body: NewDraftWire = { id: newId(now), storyId: newId(now), kind: 'top' };
      return ask<MadeDraftWire>('POST /drafts', { body });
    },
    onSuccess: ({ draft }) => {
      void queryClient.invalidateQueries({ queryKey: keys.stories });
      go(`/stories/${draft.storyId}`);
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

import { useToasts } from '../../../kit/toast-store.ts';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';

/**
 * Of a story that is still to be opened: has an update go out with it, and leads to the top, where it is opened.
 * Null: the story is open, or this person does not open it.
 */
export function useWithOpening(): ((draft: Pick<Draft, 'id'>) => void) | null {
  const { say } = useWords();
  const { show } = useToasts();
  const { story, opening, may, opensWith, turn, go } = useStoryDesk();
  // Behind one that waits for the network it waits by itself.
  if (story.state !== 'unpublished' || opening !== null || !may('open-story')) return null;
  return ({ id }) => {
    opensWith.pick(id, true);
    turn({ type: 'close', id });
    go('top');
    show(say('story.goesWithOpening'));
  };
}

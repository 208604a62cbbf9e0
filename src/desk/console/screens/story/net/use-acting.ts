import { useQueryClient } from '@tanstack/react-query';
import { useToasts } from '../../../kit/toast-store.ts';
import { keys } from '../../../net/keys.ts';
import { useStoryDesk } from '../story-desk.ts';

/** Does something to the story, says that it was done and asks for the story anew; what is refused is thrown to the dialog. */
export function useActing(): (act: () => Promise<unknown>, said: string) => Promise<void> {
  const queries = useQueryClient();
  const toasts = useToasts();
  const { story, mine } = useStoryDesk();
  return async (act, said) => {
    mine(story.id);
    await act();
    toasts.show(said);
    await queries.invalidateQueries({ queryKey: keys.story(story.id) });
  };
}

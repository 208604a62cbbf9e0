import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { useOrSay } from './use-or-say.ts';

/** Asks, then puts the sample story into the trash; a press takes that back. */
export function DiscardSample({
  storyId,
  onDone,
  onClose,
}: {
  storyId: string;
  onDone?: () => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  const { show } = useToasts();
  const orSay = useOrSay();
  const discard = async (): Promise<void> => {
    await ask('PUT /stories/:storyId/trash', { params: { storyId } });
    show(say('stories.sample.done'), { undo: () => orSay(restoreSample(storyId)) });
    onDone?.();
    await anew(storyId);
  };
  return (
    <ConfirmDialog
      title={say('stories.sample.title')}
      act={say('stories.sample.discard')}
      danger
      onAct={discard}
      onClose={onClose}
    >
      <p>{say('stories.sample.words')}</p>
    </ConfirmDialog>
  );
}

/** Brings it back, as it stood. */
export async function restoreSample(storyId: string): Promise<void> {
  await ask('DELETE /stories/:storyId/trash', { params: { storyId } });
  await anew(storyId);
}

async function anew(storyId: string): Promise<void> {
  const stale = [keys.stories, keys.trash, keys.story(storyId)];
  await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

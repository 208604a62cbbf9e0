import { Button } from '../kit/button.tsx';
import { useToasts } from '../kit/toast-store.ts';
import { useWords } from '../words/words.tsx';
import { putBack, removeItem, type QueueItem } from './queue.ts';

/** Takes a filing out of the queue, and keeps the way back. What is being sent may have arrived. */
export function TakeOut({ item }: { item: QueueItem }) {
  const { say } = useWords();
  const { show } = useToasts();
  if (item.state === 'sending') return null;
  const takeOut = async (): Promise<void> => {
    const gone = await removeItem(item.key);
    show(say('queue.removed', { count: gone.length }), { undo: () => void putBack(gone) });
  };
  return (
    <Button small kind="quiet" icon="close" onClick={() => void takeOut()}>
      {say('queue.remove')}
    </Button>
  );
}

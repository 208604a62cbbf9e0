import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../words/words.tsx';

/** No story yet: what one is, and how to begin. None that fits: how to see them all. */
export function NoStories({
  narrowed,
  onAll,
  onStart,
  busy,
}: {
  narrowed: boolean;
  onAll: () => void;
  /** Null for those who may not write. */
  onStart: (() => void) | null;
  busy: boolean;
}) {
  const { say } = useWords();
  if (narrowed)
    return (
      <EmptyState
        drawing="search"
        title={say('stories.none.narrowed')}
        action={<Button onClick={onAll}>{say('stories.none.all')}</Button>}
      >
        <p>{say('stories.none.elsewhere')}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      drawing="stories"
      title={say('stories.none.title')}
      action={
        onStart && (
          <Button kind="primary" icon="plus" keys="n" busy={busy} onClick={onStart}>
            {say('stories.none.start')}
          </Button>
        )
      }
    >
      <p>{say('stories.none.words')}</p>
    </EmptyState>
  );
}

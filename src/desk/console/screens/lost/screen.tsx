import { LinkButton } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useWords } from '../../words/words.tsx';

/** An address of the desk where there is nothing. */
export default function Lost() {
  const { say } = useWords();
  return (
    <EmptyState
      whole
      drawing="lost"
      title={say('frame.lost.title')}
      action={
        <LinkButton kind="primary" icon="story" href="/desk">
          {say('frame.lost.back')}
        </LinkButton>
      }
    >
      <p>{say('frame.lost.words')}</p>
    </EmptyState>
  );
}

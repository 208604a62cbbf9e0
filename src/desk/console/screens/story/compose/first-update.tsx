import { Button } from '../../../kit/button.tsx';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';

/** In place of the empty sheet while the story is still to be opened: its top comes first. */
export function FirstUpdate({ onBegin }: { onBegin: () => void }) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const another = story.drafts.some(({ kind }) => kind === 'update');
  return (
    <div className="first-update">
      <p>{say('composer.firstSays')}</p>
      <Button icon="edit" onClick={onBegin}>
        {say(another ? 'composer.writeAnother' : 'composer.writeFirst')}
      </Button>
    </div>
  );
}

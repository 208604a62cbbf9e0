import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useWords } from '../words/words.tsx';

/** Another person signed in in this browser: nothing more is done here in the name of the one before. */
export function SomebodyElse({ before, now }: { before: string; now: string }) {
  const { say } = useWords();
  return (
    <Dialog
      title={say('sign-in.other.heading', { name: now })}
      size="small"
      held
      onClose={() => undefined}
      foot={
        <Button kind="primary" autoFocus onClick={() => location.assign('/desk')}>
          {say('sign-in.other.reload', { name: now })}
        </Button>
      }
    >
      <p>{say('sign-in.other.words', { before, name: now })}</p>
    </Dialog>
  );
}

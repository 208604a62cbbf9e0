import { useEffect } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { flushAll } from '../net/open-connections.ts';
import { savedNowhere } from '../offline/unsent.ts';
import { useWords } from '../words/words.tsx';
import './somebody-else.css';

/** Another person signed in in this browser: nothing more is done here in the name of the one before, nor shown of theirs. */
export function SomebodyElse({ before, now }: { before: string; now: string }) {
  const { say } = useWords();
  useEffect(() => {
    const page = document.getElementById('desk');
    page?.classList.add('is-covered');
    return () => page?.classList.remove('is-covered');
  }, []);
  return (
    <Dialog
      title={say('sign-in.other.heading', { name: now })}
      size="small"
      held
      onClose={() => undefined}
      foot={
        <Button kind="primary" autoFocus onClick={() => void goOn()}>
          {say('sign-in.other.reload', { name: now })}
        </Button>
      }
    >
      <p>{say('sign-in.other.words', { before, name: now })}</p>
      {savedNowhere().length > 0 && <p>{say('sign-in.other.lost', { before })}</p>}
    </Dialog>
  );
}

async function goOn(): Promise<void> {
  await flushAll();
  location.assign('/desk');
}

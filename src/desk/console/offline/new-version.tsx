import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { useListened } from '../kit/listened.ts';
import { useWords } from '../words/words.tsx';
import { newVersion, takeNewVersion } from './register.ts';

/** Says that a new version of the desk is here; who goes on working has it at the next start. */
export function NewVersion() {
  const { say } = useWords();
  if (!useListened(newVersion)) return null;
  return (
    <Banner
      icon="sync"
      action={
        <Button small onClick={() => void takeNewVersion()}>
          {say('queue.takeNewVersion')}
        </Button>
      }
    >
      {say('queue.newVersion')}
    </Banner>
  );
}

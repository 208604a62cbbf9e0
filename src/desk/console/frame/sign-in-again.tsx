import { lazy, Suspense } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useListened } from '../kit/listened.ts';
import { keys } from '../net/keys.ts';
import { queryClient } from '../net/query-client.ts';
import { sessionOver } from '../net/session-over.ts';
import { askSession, useSession } from '../net/session.ts';
import { useWords } from '../words/words.tsx';
import { Waiting } from './screen.tsx';

const SignInForm = lazy(async () => {
  const { SignInForm: default_ } = await import('../screens/sign-in/sign-in-form.tsx');
  return { default: default_ };
});

/** Over the screen, where the session has ended under somebody who was working: the screen stays as it is. */
export function SignInAgain() {
  const { say } = useWords();
  const { person, ways } = useSession();
  const over = useListened(sessionOver);
  if (!over) return null;
  const goOn = async (): Promise<void> => {
    const session = await askSession();
    queryClient.setQueryData(keys.session, session);
    // Somebody else does not go on with what this one had asked for: `session-gate.tsx` tells them.
    if (session.person?.id !== person.id) return;
    sessionOver.signedIn();
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog
      title={say('sign-in.again.heading')}
      size="small"
      held
      onClose={sessionOver.notNow}
      foot={
        <Button kind="quiet" onClick={sessionOver.notNow}>
          {say('sign-in.again.notNow')}
        </Button>
      }
    >
      <p>{say('sign-in.again.words', { name: person.name })}</p>
      <Suspense fallback={<Waiting />}>
        <SignInForm ways={ways} email={person.email} onSignedIn={() => void goOn()} />
      </Suspense>
    </Dialog>
  );
}

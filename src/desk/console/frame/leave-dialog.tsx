import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { listened, useListened } from '../kit/listened.ts';
import type { DraftConnection } from '../net/draft-connection.ts';
import { useSession } from '../net/session.ts';
import { signOut } from '../net/sign-out.ts';
import { unsentOf, type Unsent } from '../offline/unsent.ts';
import { useWords } from '../words/words.tsx';

const asked = listened<Unsent | null>(null);

/** Signs out; where something is not with the newsroom yet, that is said first. */
export async function leaveDesk(personId: string): Promise<void> {
  const unsent = await unsentOf(personId);
  if (unsent.kept === 0 && unsent.nowhere.length === 0) return signOut(personId);
  asked.set(unsent);
}

/** What stays on this device, or would be lost, where one signs out now. */
export function LeaveDialog() {
  const { say } = useWords();
  const { person } = useSession();
  const unsent = useListened(asked);
  if (!unsent) return null;
  const { kept, nowhere } = unsent;
  return (
    <ConfirmDialog
      title={say('frame.leave.heading')}
      act={say('frame.signOut')}
      danger={nowhere.length > 0}
      onAct={() => signOut(person.id)}
      onClose={() => asked.set(null)}
    >
      {kept > 0 && <p>{say('frame.leave.kept')}</p>}
      {nowhere.length > 0 && (
        <>
          <p>{say('frame.leave.lost')}</p>
          <Button small icon="copy" onClick={() => void copy(nowhere)}>
            {say('composer.copyWords')}
          </Button>
        </>
      )}
    </ConfirmDialog>
  );
}

async function copy(drafts: DraftConnection[]): Promise<void> {
  const { wordsOf } = await import('../offline/as-text.ts');
  await navigator.clipboard.writeText(wordsOf(drafts.map(({ doc }) => doc)));
}

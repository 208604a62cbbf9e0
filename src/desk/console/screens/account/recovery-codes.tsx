import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { useWords } from '../../words/words.tsx';
import './totp.css';

/** Shown this once: each opens once, when the phone is lost. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { say } = useWords();
  const { show } = useToasts();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      show(say('people.copied'));
    } catch {
      // Not allowed to: they stand there to be picked by hand.
    }
  };
  return (
    <Dialog
      title={say('account.codes.title')}
      held
      onClose={onClose}
      foot={
        <>
          <Button icon="copy" onClick={() => void copy()}>
            {say('people.copy')}
          </Button>
          <Button kind="primary" autoFocus onClick={onClose}>
            {say('account.codes.kept')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{say('account.codes.words')}</p>
        <ul className="codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorView } from './error-view.tsx';
import { useWords } from '../words/words.tsx';

/** Asks before something that cannot be undone. Stays open, with what went wrong, where it was not done. */
export function ConfirmDialog({
  title,
  children,
  act,
  danger = false,
  onAct,
  onClose,
}: {
  title: ReactNode;
  /** What will come of it. */
  children?: ReactNode;
  /** The button's words: the deed itself ("End the story"), never "OK". */
  act: string;
  danger?: boolean;
  /** Does it; the dialog closes when it is done. */
  onAct: () => void | Promise<unknown>;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const doIt = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await onAct();
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      size="small"
      foot={
        <>
          <Button onClick={onClose}>{say('kit.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} autoFocus onClick={() => void doIt()}>
            {act}
          </Button>
        </>
      }
    >
      {children && <div>{children}</div>}
      {problem !== null && <ErrorView problem={problem} />}
    </Dialog>
  );
}

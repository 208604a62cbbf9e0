import { useId, useState, type ReactNode } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { Dialog, type DialogProps } from '../../../kit/dialog.tsx';
import { problemLine } from '../../../net/problem-words.ts';
import { isPressed } from '../../../kit/key-names.ts';
import { useWords } from '../../../words/words.tsx';
import './dialogs.css';

type Props = Pick<DialogProps, 'title' | 'size' | 'onClose'> & {
  /** The button's words: the deed itself. */
  act: string;
  danger?: boolean;
  disabled?: boolean;
  /** Does it; false: something is still to be filled in, and the dialog stays. */
  onAct: () => Promise<boolean | void> | boolean | void;
  /** Beside the button, before it. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A form in a dialog: Enter does it; where it was not done the dialog stays, with why. */
export function AskDialog({
  title,
  size,
  act,
  danger = false,
  disabled = false,
  onAct,
  onClose,
  beside,
  children,
}: Props) {
  const speech = useWords();
  const form = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      if ((await onAct()) !== false) onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      {...(size && { size })}
      foot={
        <>
          {beside}
          <Button onClick={onClose}>{speech.say('kit.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            kind={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={disabled}
          >
            {act}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="ask"
        onKeyDown={(event) => {
          // From a field of several lines too; not while the press that asked is still held.
          if (event.repeat || disabled || !isPressed(event, 'Mod+Enter')) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        {children}
      </form>
      {problem !== null && <Banner kind="bad">{problemLine(speech, problem)}</Banner>}
    </Dialog>
  );
}

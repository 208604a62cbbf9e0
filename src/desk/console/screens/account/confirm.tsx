import { useState, type ReactNode } from 'react';
import type { AccountWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useWords } from '../../words/words.tsx';
import { besideFields, useAct } from '../house/use-act.ts';

/** Asks for the password once more before how one signs in is changed; who has none only says yes. */
export function ConfirmByPassword({
  account,
  title,
  act,
  danger = false,
  children,
  onAct,
  onClose,
}: {
  account: Pick<AccountWire, 'hasPassword' | 'person'>;
  title: string;
  act: string;
  danger?: boolean;
  children?: ReactNode;
  /** Does it, with what confirms it; the dialog closes when it is done. */
  onAct: (confirmed: { password?: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [password, setPassword] = useState('');
  const doIt = useAct(() => onAct(account.hasPassword ? { password } : {}));
  const beside = besideFields(doIt, ['/password']);
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{say('kit.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" form="confirm" busy={doIt.busy}>
            {act}
          </Button>
        </>
      }
    >
      <form
        id="confirm"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void doIt.run().then((done) => done && onClose());
        }}
      >
        {children}
        {account.hasPassword && (
          <>
            <input type="hidden" autoComplete="username" value={account.person.email} />
            <TextField
              label={say('account.confirm')}
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onText={setPassword}
              error={doIt.errorAt('/password')}
              maxLength={200}
            />
          </>
        )}
        {beside !== null && <ErrorView problem={beside} />}
      </form>
    </Dialog>
  );
}

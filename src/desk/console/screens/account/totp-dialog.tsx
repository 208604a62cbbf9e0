import { useState } from 'react';
import type { RecoveryCodesWire, TotpSetupWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { useWords } from '../../words/words.tsx';
import { besideFields, useAct } from '../house/use-act.ts';
import './totp.css';

/** The secret as a picture and in letters, and the first code, which turns it on. */
export function TotpDialog({
  setup,
  onDone,
  onClose,
}: {
  setup: TotpSetupWire;
  onDone: (codes: string[]) => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [code, setCode] = useState('');
  const turnOn = useAct(async () => {
    const body = { ticket: setup.ticket, code: code.replaceAll(/\s/g, '') };
    onDone((await ask<RecoveryCodesWire>('PUT /account/totp', { body })).codes);
  });
  const beside = besideFields(turnOn, ['/code']);
  const { size, path } = setup.qr;
  return (
    <Dialog
      title={say('account.totp.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{say('kit.cancel')}</Button>
          <Button kind="primary" type="submit" form="totp" busy={turnOn.busy}>
            {say('account.factor.turnOn')}
          </Button>
        </>
      }
    >
      <form
        id="totp"
        className="totp"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void turnOn.run();
        }}
      >
        <svg
          className="totp-picture"
          viewBox={`-2 -2 ${size + 4} ${size + 4}`}
          role="img"
          aria-label={say('account.totp.picture')}
        >
          <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#ffffff" />
          <path d={path} fill="#000000" />
        </svg>
        <div className="form">
          <p>{say('account.totp.words')}</p>
          <p>
            {say('account.totp.byHand')} <code className="totp-secret">{setup.secret}</code>{' '}
            <a href={setup.uri}>{say('account.totp.here')}</a>
          </p>
          <TextField
            label={say('account.totp.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            autoFocus
            value={code}
            onText={setCode}
            error={turnOn.errorAt('/code')}
          />
          {beside !== null && <ErrorView problem={beside} />}
        </div>
      </form>
    </Dialog>
  );
}

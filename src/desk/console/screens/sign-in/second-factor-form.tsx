import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SecondFactorWire, SignedInWire } from '../../../shared/wire-account.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { useWords } from '../../words/words.tsx';

const SIX_DIGITS = /^\d{6}$/;

/** The code of the second factor, or one of the recovery codes. Six digits are sent as soon as they stand there. */
export function SecondFactorForm({
  ticket,
  onAnswer,
  onBack,
}: {
  ticket: string;
  onAnswer: (answer: SignedInWire) => void;
  onBack: () => void;
}) {
  const { say } = useWords();
  const [recovering, setRecovering] = useState(false);
  const [code, setCode] = useState('');
  const check = useMutation({
    mutationFn: (body: SecondFactorWire) =>
      ask<SignedInWire>('POST /session/second-factor', { body, signedOut: 'throw' }),
    onSuccess: onAnswer,
    onError: () => setCode(recovering ? code : ''),
  });
  const send = (given: string): void => {
    if (!check.isPending && given !== '') check.mutate({ ticket, code: given });
  };
  const type = (text: string): void => {
    const given = text.replaceAll(/\s/g, '');
    setCode(given);
    if (!recovering && SIX_DIGITS.test(given)) send(given);
  };
  return (
    <form
      className="door-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send(code);
      }}
    >
      {check.isError && <ErrorView problem={check.error} />}
      <TextField
        key={String(recovering)}
        label={say(recovering ? 'sign-in.recoveryCode' : 'sign-in.code')}
        hint={say(recovering ? 'sign-in.recoveryCode.hint' : 'sign-in.code.hint')}
        name="code"
        className="door-code"
        autoComplete={recovering ? 'off' : 'one-time-code'}
        inputMode={recovering ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        value={code}
        onText={type}
      />
      <Button type="submit" kind="primary" wide busy={check.isPending}>
        {say('sign-in.goOn')}
      </Button>
      <p className="door-aside">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setCode('');
            setRecovering(!recovering);
          }}
        >
          {say(recovering ? 'sign-in.useCode' : 'sign-in.useRecoveryCode')}
        </button>
        {' · '}
        <button type="button" className="link-button" onClick={onBack}>
          {say('sign-in.back')}
        </button>
      </p>
    </form>
  );
}

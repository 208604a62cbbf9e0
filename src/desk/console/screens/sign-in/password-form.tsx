import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import type { SessionWire } from '../../../shared/wire.ts';
import type { SignedInWire, SignInWire } from '../../../shared/wire-account.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { useWords } from '../../words/words.tsx';
import { PasswordField } from './password-field.tsx';

/** Address and password. What is wrong stands over them, and what was typed stays. */
export function PasswordForm({
  email: known = '',
  ways,
  onAnswer,
}: {
  email?: string;
  ways: SessionWire['ways'];
  onAnswer: (answer: SignedInWire) => void;
}) {
  const { say } = useWords();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: (body: SignInWire) => ask<SignedInWire>('POST /session', { body, signedOut: 'throw' }),
    onSuccess: onAnswer,
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate({ email: email.trim(), password });
  };
  return (
    <form className="door-form" onSubmit={send}>
      {signIn.isError && <ErrorView problem={signIn.error} />}
      <TextField
        label={say('sign-in.email')}
        type="email"
        name="email"
        // `webauthn`: the browser offers passkeys among the addresses it knows.
        autoComplete="username webauthn"
        required
        autoFocus={known === ''}
        value={email}
        onText={setEmail}
      />
      <PasswordField
        label={say('sign-in.password')}
        name="password"
        autoComplete="current-password"
        required
        autoFocus={known !== ''}
        value={password}
        onText={setPassword}
      />
      <Button type="submit" kind="primary" wide busy={signIn.isPending}>
        {say('sign-in.signIn')}
      </Button>
      <p className="door-aside">
        {ways.mail ? <Link href="/reset">{say('sign-in.forgotten')}</Link> : say('sign-in.forgottenNoMail')}
      </p>
    </form>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import type { PasswordResetWire } from '../../../shared/wire-account.ts';
import { Banner } from '../../kit/banner.tsx';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { useSessionQuery } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { DoorPage } from '../sign-in/door-page.tsx';

/** A forgotten password: a link by mail, where the house sends mail; the same answer whether the account exists. */
export default function Reset() {
  const { say } = useWords();
  const ways = useSessionQuery().data?.ways;
  return (
    <DoorPage title={say('sign-in.reset.heading')}>
      {ways?.mail === false ? <p>{say('sign-in.reset.noMail')}</p> : <ResetForm />}
      <p className="door-aside">
        <Link href="/sign-in">{say('sign-in.backToSignIn')}</Link>
      </p>
    </DoorPage>
  );
}

function ResetForm() {
  const { say } = useWords();
  const [email, setEmail] = useState('');
  const reset = useMutation({
    mutationFn: (body: PasswordResetWire) => ask('POST /password-resets', { body, signedOut: 'throw' }),
  });
  if (reset.isSuccess)
    return (
      <Banner kind="good" icon="mail">
        {say('sign-in.reset.sent', { email })}
      </Banner>
    );
  return (
    <form
      className="door-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!reset.isPending) reset.mutate({ email: email.trim() });
      }}
    >
      <p>{say('sign-in.reset.words')}</p>
      {reset.isError && <ErrorView problem={reset.error} />}
      <TextField
        label={say('sign-in.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        required
        value={email}
        onText={setEmail}
      />
      <Button type="submit" kind="primary" wide busy={reset.isPending}>
        {say('sign-in.reset.send')}
      </Button>
    </form>
  );
}

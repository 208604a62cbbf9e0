import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { LinkWire, OpenLinkWire, SignedInWire } from '../../../shared/wire-account.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { faultWordsAt } from '../../net/fault-words.ts';
import { useWords } from '../../words/words.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import { SecondFactorForm } from '../sign-in/second-factor-form.tsx';
import { PasswordLength } from './password-length.tsx';

/** One's name, as it will stand in bylines, and a password. */
export function WelcomeForm({
  link,
  token,
  onSignedIn,
}: {
  link: Extract<LinkWire, { state: 'good' }>;
  token: string;
  onSignedIn: () => void;
}) {
  const speech = useWords();
  const { say } = speech;
  const [name, setName] = useState(link.name ?? '');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [ticket, setTicket] = useState<string | null>(null);
  const take = (answer: SignedInWire): void => {
    if (answer.state === 'second-factor') setTicket(answer.ticket);
    else onSignedIn();
  };
  const open = useMutation({
    mutationFn: (body: OpenLinkWire) =>
      ask<SignedInWire>('POST /links/:token', { params: { token }, body, signedOut: 'throw' }),
    onSuccess: take,
  });
  if (ticket !== null)
    return <SecondFactorForm ticket={ticket} onAnswer={take} onBack={() => setTicket(null)} />;
  const isNew = link.kind !== 'reset';
  const asksEmail = link.email === null;
  const faultOf = (pointer: string): string | null => faultWordsAt(speech, open.error, pointer);
  const wrong = {
    email: faultOf('/email'),
    name: faultOf('/name'),
    // Of the one that was refused; the next one is not judged yet.
    password: open.variables?.password === password ? faultOf('/password') : null,
  };
  return (
    <form
      className="door-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (open.isPending) return;
        const own = { ...(isNew && { name: name.trim() }), ...(asksEmail && { email: email.trim() }) };
        open.mutate({ password, ...own });
      }}
    >
      {open.isError && !wrong.email && !wrong.name && !faultOf('/password') && (
        <ErrorView problem={open.error} />
      )}
      {/* For password managers, which keep a password under an address. */}
      {link.email !== null && (
        <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
      )}
      {asksEmail && (
        <TextField
          label={say('welcome.email')}
          hint={say('welcome.email.hint')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          error={wrong.email}
          value={email}
          onText={setEmail}
        />
      )}
      {isNew && (
        <TextField
          label={say('welcome.name')}
          hint={say('welcome.name.hint')}
          name="name"
          autoComplete="name"
          required
          autoFocus={!asksEmail}
          error={wrong.name}
          value={name}
          onText={setName}
        />
      )}
      <PasswordField
        label={say(isNew ? 'welcome.password' : 'welcome.newPassword')}
        hint={!wrong.password && <PasswordLength password={password} />}
        name="new-password"
        autoComplete="new-password"
        required
        autoFocus={!isNew}
        error={wrong.password}
        value={password}
        onText={setPassword}
      />
      <Button type="submit" kind="primary" wide busy={open.isPending}>
        {say(isNew ? 'welcome.enter' : 'welcome.setPassword')}
      </Button>
    </form>
  );
}

import './door-page.css';
import { useState } from 'react';
import type { SessionWire } from '../../../shared/wire.ts';
import type { SignedInWire } from '../../../shared/wire-account.ts';
import { OtherWays } from './other-ways.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

/** Every way to sign in; where a code is still to come, that alone. */
export function SignInForm({
  ways,
  email,
  onSignedIn,
}: {
  ways: SessionWire['ways'];
  /** Whose session ended: they need not write their address again. */
  email?: string;
  onSignedIn: () => void;
}) {
  const [ticket, setTicket] = useState<string | null>(null);
  const take = (answer: SignedInWire): void => {
    if (answer.state === 'second-factor') setTicket(answer.ticket);
    else onSignedIn();
  };
  if (ticket !== null)
    return <SecondFactorForm ticket={ticket} onAnswer={take} onBack={() => setTicket(null)} />;
  return (
    <>
      <PasswordForm {...(email !== undefined && { email })} ways={ways} onAnswer={take} />
      <OtherWays ways={ways} onAnswer={take} />
    </>
  );
}

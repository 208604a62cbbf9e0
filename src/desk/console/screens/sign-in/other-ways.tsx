import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SessionWire } from '../../../shared/wire.ts';
import type { SignedInWire } from '../../../shared/wire-account.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { addressOf } from '../../net/api.ts';
import { useWords } from '../../words/words.tsx';
import { offerPasskeys, signInWithPasskey, wasGivenUp } from './passkey.ts';

/** A passkey, by its button or among the addresses the browser offers; the house's single sign-on. */
export function OtherWays({
  ways,
  onAnswer,
}: {
  ways: SessionWire['ways'];
  onAnswer: (answer: SignedInWire) => void;
}) {
  const { say } = useWords();
  const passkey = ways.passkey && browserSupportsWebAuthn();
  const latest = useRef(onAnswer);
  useEffect(() => {
    latest.current = onAnswer;
  });
  useEffect(() => (passkey ? offerPasskeys((answer) => latest.current(answer)) : undefined), [passkey]);
  const signIn = useMutation({ mutationFn: signInWithPasskey, onSuccess: onAnswer });
  if (!passkey && ways.sso === null) return null;
  return (
    <>
      <p className="door-or">{say('sign-in.or')}</p>
      {signIn.isError && !wasGivenUp(signIn.error) && <ErrorView problem={signIn.error} />}
      <div className="door-ways">
        {passkey && (
          <Button icon="key" wide busy={signIn.isPending} onClick={() => signIn.mutate()}>
            {say('sign-in.passkey')}
          </Button>
        )}
        {ways.sso !== null && (
          <LinkButton icon="shield" href={addressOf('/session/sso', { query: { to: placeToReturn() } })}>
            {say('sign-in.sso', { provider: ways.sso })}
          </LinkButton>
        )}
      </div>
    </>
  );
}

/** Where one was going, unless that was the way in itself. */
function placeToReturn(): string {
  const { pathname, search } = location;
  return pathname.startsWith('/desk/sign-in') ? '/desk' : `${pathname}${search}`;
}

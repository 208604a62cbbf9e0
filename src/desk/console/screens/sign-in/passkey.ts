import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import type { SignedInWire } from '../../../shared/wire-account.ts';
import { ask } from '../../net/api.ts';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Has the browser ask for a passkey. */
export const signInWithPasskey = (): Promise<SignedInWire> => authenticate(false);

/**
 * Offers passkeys among the addresses the browser knows, quietly (WebAuthn Level 3, conditional mediation): somebody
 * who has none sees nothing of it. Returns what takes the offer back.
 */
export function offerPasskeys(onAnswer: (answer: SignedInWire) => void): () => void {
  let gone = false;
  void (async () => {
    if (!(await browserSupportsWebAuthnAutofill()) || gone) return;
    const answer = await authenticate(true);
    if (!gone) onAnswer(answer);
  })().catch(() => undefined);
  return () => {
    gone = true;
    WebAuthnAbortService.cancelCeremony();
  };
}

async function authenticate(useBrowserAutofill: boolean): Promise<SignedInWire> {
  const optionsJSON = await ask<Options>('POST /session/passkey/options', { signedOut: 'throw' });
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
  return ask<SignedInWire>('POST /session/passkey', { body: { response }, signedOut: 'throw' });
}

/** Whether somebody closed the browser's own dialog: they know. */
export const wasGivenUp = (error: unknown): boolean =>
  error instanceof Error && /^(NotAllowedError|AbortError)$/.test(error.name);

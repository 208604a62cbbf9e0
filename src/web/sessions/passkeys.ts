import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Person } from '../../domain/desk/people.ts';
import type { Passkey } from '../../domain/desk/sign-in.ts';

/** Loaded when the first passkey is asked for: it takes longer to load than the rest of a thread. */
const webauthn = () => import('@simplewebauthn/server');

/** Ed25519, ES256 and RS256 (COSE): what authenticators have. */
const SIGNED_BY = [-8, -7, -257];

type Site = { baseUrl: string; name: string };

/** The site's name to authenticators (WebAuthn §4, RP ID): the host of its address. */
const partyOf = (baseUrl: string): { id: string; origin: string } => {
  const { hostname, origin } = new URL(baseUrl);
  return { id: hostname, origin };
};

/** An address by number has no passkeys (WebAuthn §5.1.2): browsers refuse it. */
export function takesPasskeys(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return !/^[\d.]+$|^\[/.test(hostname);
}

const bytes = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(token, 'base64url'));

/** What a browser makes a passkey from; `challenge` is the token of a link that opens once. */
export async function registrationOptions(
  { baseUrl, name }: Site,
  person: Person,
  known: Passkey[],
  challenge: string,
): Promise<object> {
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: name,
    rpID: partyOf(baseUrl).id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    challenge: bytes(challenge),
    attestationType: 'none',
    supportedAlgorithmIDs: SIGNED_BY,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Whoever has a passkey for this site may answer: nobody's name is asked for. */
export async function authenticationOptions({ baseUrl }: Site, challenge: string): Promise<object> {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: partyOf(baseUrl).id,
    challenge: bytes(challenge),
    userVerification: 'required',
  });
}

/** The challenge a response says it answers; null where it says none. What it is worth, storage knows. */
export function challengeIn(response: object): string | null {
  const { response: inner } = response as { response?: { clientDataJSON?: unknown } };
  if (typeof inner?.clientDataJSON !== 'string') return null;
  try {
    const text = Buffer.from(inner.clientDataJSON, 'base64url').toString('utf8');
    const { challenge } = JSON.parse(text) as { challenge?: unknown };
    return typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}

/** The id of the credential a response is of. */
export function credentialIn(response: object): string {
  const { id } = response as { id?: unknown };
  return typeof id === 'string' ? id.slice(0, 2000) : '';
}

export type NewCredential = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>;

/** The credential a browser made; null where what it sent does not prove one. */
export async function registered(
  baseUrl: string,
  challenge: string,
  response: object,
): Promise<NewCredential | null> {
  const { id: expectedRPID, origin: expectedOrigin } = partyOf(baseUrl);
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    supportedAlgorithmIDs: SIGNED_BY,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** The signature's new counter; null where it does not prove the passkey. */
export async function asserted(
  baseUrl: string,
  challenge: string,
  response: object,
  { id, publicKey, counter }: Passkey,
): Promise<number | null> {
  const { id: expectedRPID, origin: expectedOrigin } = partyOf(baseUrl);
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID,
    credential: { id, publicKey: bytes(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

import type { FieldError } from '../../domain/errors.ts';
import { millisecondsOf } from '../../domain/time.ts';
import type { DeskCall, DeskOutcome } from '../api/endpoint.ts';
import { admit, passwordKey } from './attempts.ts';

/** How long after a sign-in somebody without a password may change how they sign in, ms. */
const RECENT = 15 * 60_000;

/** What changes how one signs in is confirmed by the password, or by a sign-in just before; null where it is. */
export async function unconfirmed(
  call: Pick<DeskCall, 'newsroom' | 'signIn' | 'request' | 'person' | 'session'>,
  password: string | undefined,
): Promise<Exclude<DeskOutcome, { type: 'reply' | 'raw' }> | null> {
  const { newsroom, signIn, person, session } = call;
  const { storage, clock } = newsroom;
  const kept = (await storage.people.credentials(person.id))?.password ?? null;
  if (kept === null) {
    const since = millisecondsOf(await clock.fresh()) - millisecondsOf(session?.createdAt ?? '');
    return since < RECENT ? null : { type: 'sign-in-again' };
  }
  if (password === undefined) return wrong('is asked for once more');
  const key = passwordKey(person.email);
  const attempt = await admit(call, key);
  if (attempt.type === 'too-many-attempts') return attempt;
  if (!(await signIn.passwords.isRight(password, kept))) return wrong('is not your password');
  await storage.people.change({ writes: [{ write: 'attempts-forgiven', key }], activity: [] });
  return null;
}

const wrong = (detail: string): { type: 'invalid'; errors: FieldError[] } => ({
  type: 'invalid',
  errors: [{ pointer: '/password', detail }],
});

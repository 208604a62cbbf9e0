import type { FieldError } from '../../domain/errors.ts';
import { breaks, faultAt, type PlainRule } from '../../domain/faults.ts';
import { millisecondsOf } from '../../domain/time.ts';
import { refusalOf } from '../../commands/people/refusal.ts';
import type { PeopleChange, PeopleWrite } from '../../storage/desk/people-store.ts';
import type { DeskCall, DeskRefusal } from '../api/endpoint.ts';
import { admit, passwordKey } from './attempts.ts';

/** How long after a sign-in somebody without a password may change how they sign in, ms. */
const RECENT = 15 * 60_000;

/** `stands`: to be written along with what was confirmed, for looking at a password takes its time. */
export type Confirmed = { type: 'confirmed'; stands: PeopleWrite[] };

/** What changes how one signs in is confirmed by the password, or by a sign-in just before. */
export async function confirm(
  call: Pick<DeskCall, 'newsroom' | 'signIn' | 'request' | 'person' | 'session'>,
  password: string | undefined,
): Promise<Confirmed | DeskRefusal> {
  const { newsroom, signIn, person, session } = call;
  const { storage, clock } = newsroom;
  if (!session) return { type: 'signed-out' };
  const kept = (await storage.people.credentials(person.id))?.password ?? null;
  const stands: PeopleWrite[] = [
    { write: 'session-stands', id: session.id },
    { write: 'credentials-stand', personId: person.id, were: { password: kept } },
  ];
  if (kept === null) {
    const since = millisecondsOf(await clock.fresh()) - millisecondsOf(session.createdAt);
    return since < RECENT ? { type: 'confirmed', stands } : { type: 'sign-in-again' };
  }
  if (password === undefined) return wrong('password-asked');
  if (signIn.passwords.isBusy()) return { type: 'sign-in-busy' };
  const key = passwordKey(person.email);
  const attempt = await admit(call, key);
  if (attempt.type === 'too-many-attempts') return attempt;
  if (!(await signIn.passwords.isRight(password, kept))) return wrong('password-wrong');
  await storage.people.change({ writes: [{ write: 'attempts-forgiven', key }], activity: [] });
  return { type: 'confirmed', stands };
}

/** Does what was confirmed; null where it is done. */
export async function changeConfirmed(
  { newsroom: { storage } }: Pick<DeskCall, 'newsroom'>,
  { stands }: Confirmed,
  { writes, activity }: PeopleChange,
): Promise<DeskRefusal | null> {
  const done = await storage.people.change({ writes: [...stands, ...writes], activity });
  if (done.type === 'changed') return null;
  if (done.why === 'session-ended') return { type: 'signed-out' };
  if (done.why === 'credentials-moved') return wrong('password-wrong');
  return refusalOf(done.why);
}

const wrong = (rule: PlainRule): { type: 'invalid'; errors: FieldError[] } => ({
  type: 'invalid',
  errors: [faultAt('/password', breaks(rule))],
});

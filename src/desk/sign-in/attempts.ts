import { isWorthTelling } from '../../domain/desk/attempts.ts';
import { millisecondsOf } from '../../domain/time.ts';
import { tokenHash } from '../../domain/token.ts';
import { peopleActivity } from '../../commands/people/activity.ts';
import type { WebRefusal } from '../../web/problem.ts';
import type { DeskCall } from '../api/endpoint.ts';

type Asked = Pick<DeskCall, 'newsroom' | 'signIn' | 'request'>;
type TooMany = Extract<WebRefusal, { type: 'too-many-attempts' }>;

/** What tries are counted by, whether there is such an account or not; nothing of it can be read back. */
export const passwordKey = (email: string): string => tokenHash(`password:${email.trim().toLowerCase()}`);
export const codeKey = (personId: string): string => tokenHash(`code:${personId}`);

/** Counts a try of the address it comes from; whether it may be looked at. */
export function admitAddress({ signIn, request }: Asked): TooMany | null {
  const retryAfter = signIn.addresses.wait(request.ip);
  return retryAfter === null ? null : { type: 'too-many-attempts', retryAfter };
}

/** Counts a try at a password or a code, as failed until it is forgiven; whether it may be looked at. */
export async function admit(
  { newsroom: { storage, clock } }: Asked,
  key: string,
): Promise<TooMany | { type: 'try'; failures: number }> {
  const at = await clock.fresh();
  const attempt = await storage.people.attempt(key, at);
  if (attempt.type === 'try') return attempt;
  const retryAfter = Math.ceil((millisecondsOf(attempt.until) - millisecondsOf(at)) / 1000);
  return { type: 'too-many-attempts', retryAfter };
}

/** Where tries at an account begin to wait, its activity says so, once. */
export async function tellFailures(
  { newsroom: { storage, clock } }: Asked,
  personId: string | null,
  failures: number,
): Promise<void> {
  if (personId === null || !isWorthTelling(failures)) return;
  const told = peopleActivity(await clock.fresh(), 'nobody', 'sign-in-failed', `person ${personId}`, {
    detail: { failures },
  });
  await storage.people.change({ writes: [], activity: [told] });
}

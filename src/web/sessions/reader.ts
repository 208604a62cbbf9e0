import type { IncomingHttpHeaders } from 'node:http';
import type { Person } from '../../domain/desk/people.ts';
import type { SignInMethod } from '../../domain/desk/sign-in.ts';
import { tokenHash } from '../../domain/token.ts';
import { cookieName, tokenIn } from './cookie.ts';

/** How long a session lasts unseen, and in all, ms. */
export const SESSION_ENDS = { idle: 12 * 3_600_000, absolute: 30 * 86_400_000 };

/** How long a session may be used before it is marked seen again, ms. */
const MARK_EVERY = 60_000;

/** When a session that begins now ends for good. */
export const absoluteEnd = (now: string): string =>
  new Date(Date.parse(now) + SESSION_ENDS.absolute).toISOString();

type Kept = {
  id: string;
  method: SignInMethod;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  revokedAt: string | null;
};

type Found = Pick<Kept, 'id' | 'method' | 'createdAt'> & { person: Person };

/** Where sessions are kept, by the SHA-256 of their token. */
export type SessionLookup = {
  byHash(hash: string): Promise<{ session: Kept; person: Person } | null>;
  markSeen(id: string, at: string): Promise<void>;
};

/** Whether a session still lets its person in. */
export function isGood(
  { seenAt, expiresAt, revokedAt }: Pick<Kept, 'seenAt' | 'expiresAt' | 'revokedAt'>,
  now: string,
): boolean {
  return revokedAt === null && now < expiresAt && Date.parse(now) - Date.parse(seenAt) < SESSION_ENDS.idle;
}

/**
 * Reads who is signed in from a request's cookie, asking storage each time: what was revoked, disabled or changed in any
 * thread holds at once. That it cannot be marked as seen is told to `onFault` and stops nobody.
 */
export function sessionReader(deps: {
  sessions: SessionLookup;
  baseUrl: () => string;
  now: () => string;
  onFault: (error: unknown) => void;
}) {
  const marking = new Set<string>();

  const mark = ({ id, seenAt }: Kept, now: string): void => {
    if (Math.abs(Date.parse(now) - Date.parse(seenAt)) < MARK_EVERY || marking.has(id)) return;
    marking.add(id);
    deps.sessions
      .markSeen(id, now)
      .catch(deps.onFault)
      .finally(() => marking.delete(id));
  };

  return async ({ headers }: { headers: IncomingHttpHeaders }): Promise<Found | null> => {
    const token = tokenIn(headers.cookie, cookieName(deps.baseUrl()));
    const found = token === null ? null : await deps.sessions.byHash(tokenHash(token));
    if (!found || found.person.disabledAt !== null) return null;
    const now = deps.now();
    if (!isGood(found.session, now)) return null;
    mark(found.session, now);
    const { id, method, createdAt } = found.session;
    return { id, method, createdAt, person: found.person };
  };
}

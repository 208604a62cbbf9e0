import { SCOPES, tokenHash, type Scope } from '../domain/token.ts';
import type { WebRefusal } from './problem.ts';

/** Who asks, once the token was found good; `storyId` where it is good for one story alone. */
export type Bearer = { id: string; scope: Scope; storyId: string | null };

/** Where tokens are kept, by the SHA-256 of their secret. */
export type TokenLookup = {
  byHash(hash: string): Promise<(Bearer & { lastUsedAt: string | null; revokedAt: string | null }) | null>;
  markUsed(id: string, at: string): Promise<void>;
};

/** Whether a token of this scope may do what needs that one: admin may all, write may read. */
export const reaches = (scope: Scope, needed: Scope): boolean =>
  SCOPES.indexOf(scope) >= SCOPES.indexOf(needed);

/** How long a use may go unmarked after the last one marked, ms. */
const MARK_EVERY = 60_000;

/**
 * Reads `Authorization: Bearer wt_…` (RFC 6750 §2.1). A token that is malformed, unknown or revoked gets one and the
 * same refusal. The last use is marked behind the answer; that it cannot be is told to `onFault` and stops nobody.
 */
export function tokenReader(store: TokenLookup, now: () => string, onFault: (error: unknown) => void) {
  const marked = new Map<string, number>();

  const mark = (id: string, lastUsedAt: string | null): void => {
    const at = now();
    const before = Math.max(marked.get(id) ?? 0, lastUsedAt === null ? 0 : Date.parse(lastUsedAt));
    if (Math.abs(Date.parse(at) - before) < MARK_EVERY) return;
    marked.set(id, Date.parse(at));
    store.markUsed(id, at).catch(onFault);
  };

  return async (authorization: string | undefined): Promise<Bearer | WebRefusal> => {
    if (authorization === undefined) return { type: 'token-needed', given: false };
    const secret = /^Bearer +(wt_[\w-]{43}) *$/i.exec(authorization)?.[1];
    const token = secret === undefined ? null : await store.byHash(tokenHash(secret));
    if (!token || token.revokedAt !== null) return { type: 'token-needed', given: true };
    const { id, scope, storyId, lastUsedAt } = token;
    mark(id, lastUsedAt);
    return { id, scope, storyId };
  };
}

import { createHash, randomBytes } from 'node:crypto';

/** What a token may do; each may do what those before it may. */
export const SCOPES = ['read', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** A new secret: `wt_` and 256 random bits in base64url. It is shown once; only its hash is kept. */
export function newTokenSecret(): string {
  return `wt_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of a secret, lowercase hex. 256 random bits need neither salt nor a slow hash. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A token of 256 random bits, base64url, and its hash: what a session's cookie and a link that opens once carry. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

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

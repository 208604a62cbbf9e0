import { randomBytes } from 'node:crypto';
import { tokenHash } from '../../domain/token.ts';
import { SESSION_ENDS } from './reader.ts';

/** A new token of 256 random bits, base64url; only its hash is kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

/** When a session that begins now ends for good. */
export const absoluteEnd = (now: string): string =>
  new Date(Date.parse(now) + SESSION_ENDS.absolute).toISOString();

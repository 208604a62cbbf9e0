import { randomInt } from 'node:crypto';
import { tokenHash } from '../../domain/token.ts';

/** How many are given at once; their signs, without those that look alike; two groups of five: 48 bits. */
const COUNT = 10;
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 5;

const group = (): string => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');

export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, () => `${group()}-${group()}`);

/** However it is typed; null where it cannot be one. */
export function recoveryCodeHash(personId: string, typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z2-9]{10}$/.test(code) ? tokenHash(`recovery:${personId}:${code}`) : null;
}

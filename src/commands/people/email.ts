import { checkName } from '../../domain/plain-text.ts';

/** Longest address, in characters (RFC 5321 §4.5.3.1.3). */
const LONGEST_EMAIL = 254;

/** An address as it is kept, in small letters; null where it is none that mail could be sent to. */
export function readEmail(text: string): string | null {
  const email = checkName(text, LONGEST_EMAIL)?.toLowerCase() ?? '';
  return /^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+\.[^\s@<>",;:\\.]+$/.test(email) ? email : null;
}

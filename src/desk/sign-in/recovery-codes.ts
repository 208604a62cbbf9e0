import type { WriteOf } from '../../storage/desk/people-store.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../../web/sessions/recovery-codes.ts';

/** New codes, to be shown once, and what keeps their hashes in place of all former ones. */
export function recoveryCodesFor(personId: string): { codes: string[]; write: WriteOf<'recovery-codes'> } {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryCodeHash(personId, code) ?? '');
  return { codes, write: { write: 'recovery-codes', personId, hashes } };
}

import type { Refusal } from '../../domain/errors.ts';
import type { PeopleRefusal } from '../../storage/desk/people-store.ts';

/** What storage refused, in the words that edges know. Codes and passkeys are told by who asked for them. */
export function refusalOf(why: PeopleRefusal, email = ''): Refusal {
  switch (why) {
    case 'email-taken':
      return { type: 'email-taken', email };
    case 'unknown-person':
    case 'last-admin':
    case 'unknown-token':
      return { type: why };
    case 'link-used':
    case 'admin-here':
      return { type: 'link-spent', state: 'used' };
    case 'link-expired':
      return { type: 'link-spent', state: 'expired' };
    case 'unknown-link':
      return { type: 'link-spent', state: 'unknown' };
    case 'code-used':
    case 'credentials-moved':
    case 'session-ended':
    case 'passkey-known':
    case 'passkey-copied':
    case 'identity-taken':
      throw new Error(`storage refused with ${why}, which nobody expected here`);
  }
}

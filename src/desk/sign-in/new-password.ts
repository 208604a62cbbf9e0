import type { Person } from '../../domain/desk/people.ts';
import type { FieldError } from '../../domain/errors.ts';
import { faultAt } from '../../domain/faults.ts';
import { passwordFault } from '../../web/sessions/password-rules.ts';

/** Why a new password cannot be used, at its place in what was sent; null where it can. */
export function newPasswordFault(
  pointer: string,
  password: string,
  { person, site }: { person: Person; site: string },
): { type: 'invalid'; errors: FieldError[] } | null {
  const fault = passwordFault(password, [person.name, person.email, site]);
  return fault === null ? null : { type: 'invalid', errors: [faultAt(pointer, fault)] };
}

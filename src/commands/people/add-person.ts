import type { Person, Role } from '../../domain/desk/people.ts';
import type { Refusal } from '../../domain/errors.ts';
import { breaks } from '../../domain/faults.ts';
import { newId } from '../../domain/id.ts';
import type { Actor } from '../activity.ts';
import { Fields, LONGEST } from '../fields.ts';
import type { Newsroom } from '../perform.ts';
import { peopleActivity } from './activity.ts';
import { readEmail } from './email.ts';

export type PersonInput = { email: string; name: string; role: Role };

/** Checks what is known of somebody who is to work here. */
export function readPerson({ email, name, role }: PersonInput): { errors: Fields['errors'] } & PersonInput {
  const fields = new Fields();
  const address = readEmail(email);
  if (address === null) fields.fault('/email', breaks('email'));
  const line = fields.line('/name', name, LONGEST.name);
  return { errors: fields.errors, email: address ?? '', name: line, role };
}

/** Records somebody, without anything to sign in with. */
export async function addPerson(
  { storage, clock }: Newsroom,
  actor: Actor,
  input: PersonInput,
): Promise<{ type: 'added'; person: Person } | Refusal> {
  const { errors, email, name, role } = readPerson(input);
  if (errors.length > 0) return { type: 'invalid', errors };
  const createdAt = await clock.fresh();
  const person: Person = { id: newId(createdAt), email, name, role, createdAt, disabledAt: null, lang: null };
  const told = peopleActivity(createdAt, actor, 'person-added', `person ${person.id}`, { detail: { role } });
  const done = await storage.people.change({ writes: [{ write: 'person', person }], activity: [told] });
  return done.type === 'changed' ? { type: 'added', person } : { type: 'email-taken', email };
}

import type { Person } from '../../domain/desk/people.ts';
import type { OnceLink } from '../../domain/desk/sign-in.ts';
import type { FieldError, Refusal } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import type { PeopleChange } from '../../storage/desk/people-store.ts';
import type { Newsroom } from '../perform.ts';
import { peopleActivity } from './activity.ts';
import { readPerson } from './add-person.ts';
import { refusalOf } from './refusal.ts';

/** Whom a link is for: somebody who is here, or somebody who is to come. */
export type Addressee = { person: Person; isNew: boolean };

/** Reads whom a link is for; a new person may say what they are called, the first admin where they get mail. */
export async function addresseeOf(
  { storage }: Newsroom,
  { personId, ...link }: OnceLink,
  given: { email?: string; name?: string },
  at: Instant,
): Promise<Addressee | { type: 'invalid'; errors: FieldError[] } | { type: 'link-spent'; state: 'unknown' }> {
  if (personId !== null) {
    const person = await storage.people.find(personId);
    // Whoever was disabled meanwhile does not come back by an old link.
    if (!person || person.disabledAt !== null) return { type: 'link-spent', state: 'unknown' };
    return { person, isNew: false };
  }
  const { errors, email, name, role } = readPerson({
    email: link.email ?? given.email ?? '',
    name: given.name ?? link.name ?? '',
    role: link.role ?? 'reporter',
  });
  if (errors.length > 0) return { type: 'invalid', errors };
  const person = { id: newId(at), email, name, role, createdAt: at, disabledAt: null, lang: null };
  return { person, isNew: true };
}

/** Opens a link: whoever it is for is recorded, has this password, and every former way in is closed. */
export async function openLink(
  { storage }: Newsroom,
  { link, person, isNew, password, at }: Addressee & { link: OnceLink; password: string; at: Instant },
  also: PeopleChange,
): Promise<{ type: 'opened' } | Refusal> {
  const { id: personId } = person;
  const actor = `person ${personId}`;
  const isFirst = link.kind === 'first-admin';
  const done = await storage.people.change({
    writes: [
      { write: 'link-use', hash: link.hash, at },
      ...(isNew ? [{ write: 'person' as const, person, first: isFirst }] : []),
      { write: 'password', personId, password, at },
      { write: 'sessions-end', personId, at },
      { write: 'links-gone', kind: 'reset', which: { personId } },
      { write: 'links-gone', kind: 'invitation', which: { personId } },
      { write: 'links-gone', kind: 'second-factor', which: { personId } },
      ...also.writes,
    ],
    activity: [
      ...(isNew
        ? [peopleActivity(at, actor, 'person-added', actor, { detail: { role: person.role, by: link.kind } })]
        : []),
      peopleActivity(at, actor, 'password-set', actor, { detail: { by: link.kind } }),
      ...also.activity,
    ],
  });
  return done.type === 'changed' ? { type: 'opened' } : refusalOf(done.why, person.email);
}

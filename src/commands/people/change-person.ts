import type { Person, Role } from '../../domain/desk/people.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { PeopleWrite } from '../../storage/desk/people-store.ts';
import type { Activity } from '../../storage/storage.ts';
import type { Actor } from '../activity.ts';
import type { Newsroom } from '../perform.ts';
import { peopleActivity, type PeopleAction } from './activity.ts';
import { refusalOf } from './refusal.ts';

export type PersonChange = { role?: Role; disabled?: boolean };

/** Gives somebody another role, or the door: it holds at their next step. The last admin stays one. */
export async function changePerson(
  { storage, clock }: Newsroom,
  actor: Actor,
  personId: string,
  { role, disabled }: PersonChange,
): Promise<{ type: 'changed'; person: Person } | Refusal> {
  const person = await storage.people.find(personId);
  if (!person) return { type: 'unknown-person' };
  const at = await clock.fresh();
  const writes: PeopleWrite[] = [];
  const activity: Activity[] = [];
  const tell = (action: PeopleAction, detail?: Record<string, unknown>): number =>
    activity.push(peopleActivity(at, actor, action, `person ${personId}`, detail ? { detail } : {}));
  const set = {
    ...(role !== undefined && { role }),
    ...(disabled !== undefined && { disabledAt: disabled ? (person.disabledAt ?? at) : null }),
  };
  writes.push({ write: 'details', personId, set });
  if (role !== undefined && role !== person.role) tell('role-changed', { from: person.role, to: role });
  if (disabled !== undefined && disabled !== (person.disabledAt !== null))
    tell(disabled ? 'person-disabled' : 'person-enabled');
  if (disabled === true) {
    writes.push({ write: 'sessions-end', personId, at });
    writes.push({ write: 'links-gone', kind: 'reset', which: { personId } });
    writes.push({ write: 'links-gone', kind: 'invitation', which: { personId } });
  }
  const left = disabled === true || (role ?? person.role) !== 'admin';
  // Links to others that an admin made, and may have kept, open nothing once they manage people no more.
  if (person.role === 'admin' && left) {
    writes.push({ write: 'links-gone', kind: 'reset', which: { madeBy: personId } });
    writes.push({ write: 'links-gone', kind: 'invitation', which: { madeBy: personId } });
  }
  if (activity.length === 0) return { type: 'changed', person };
  const done = await storage.people.change({ writes, activity });
  return done.type === 'changed' ? { type: 'changed', person: { ...person, ...set } } : refusalOf(done.why);
}

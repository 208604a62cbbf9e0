import type { Newsroom } from '../../commands/perform.ts';
import type { Person } from '../../domain/desk/people.ts';
import type { PersonWire } from '../shared/wire.ts';

/** Somebody, with how they are guarded. */
export async function personWire({ storage, clock }: Newsroom, person: Person): Promise<PersonWire> {
  const [credentials, passkeys, sessions] = await Promise.all([
    storage.people.credentials(person.id),
    storage.people.passkeys(person.id),
    storage.sessions.list(person.id, clock.now()),
  ]);
  return {
    ...person,
    security: {
      hasPassword: (credentials?.password ?? null) !== null,
      secondFactor: (credentials?.totpSecret ?? null) !== null,
      passkeys: passkeys.length,
      sessions: sessions.length,
      seenAt: sessions[0]?.seenAt ?? null,
    },
  };
}

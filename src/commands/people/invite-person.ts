import type { OnceLink } from '../../domain/desk/sign-in.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../activity.ts';
import type { Newsroom } from '../perform.ts';
import { peopleActivity } from './activity.ts';
import { readPerson, type PersonInput } from './add-person.ts';
import { newLink } from './new-link.ts';

export type LinkMade = { type: 'link-made'; link: OnceLink; token: string };

/** Invites somebody by a link that opens once; one that was sent to the same address before opens no more. */
export async function invitePerson(
  { storage, clock }: Newsroom,
  { actor, madeBy }: { actor: Actor; madeBy: string | null },
  input: PersonInput,
): Promise<LinkMade | Refusal> {
  const { errors, email, name, role } = readPerson(input);
  if (errors.length > 0) return { type: 'invalid', errors };
  if (await storage.people.byEmail(email)) return { type: 'email-taken', email };
  const at = await clock.fresh();
  const { token, link } = newLink(at, 'invitation', { email, name, role, madeBy });
  const told = peopleActivity(at, actor, 'person-invited', `invitation ${link.id}`, {
    detail: { name, role },
  });
  await storage.people.change({
    writes: [
      { write: 'links-gone', kind: 'invitation', which: { email } },
      { write: 'link', link },
    ],
    activity: [told],
  });
  return { type: 'link-made', link, token };
}

import type { Person } from '../../domain/desk/people.ts';
import type { Actor } from '../activity.ts';
import type { Newsroom } from '../perform.ts';
import { peopleActivity } from './activity.ts';
import type { LinkMade } from './invite-person.ts';
import { newLink } from './new-link.ts';

/**
 * A link by which somebody sets a new password; a former one opens no more. `welcome`: they never had one, and have two days
 * to set the first.
 */
export async function makeResetLink(
  { storage, clock }: Newsroom,
  { actor, madeBy }: { actor: Actor; madeBy: string | null },
  { id: personId, email, name, role }: Person,
  { welcome = false } = {},
): Promise<LinkMade> {
  const at = await clock.fresh();
  const kind = welcome ? 'invitation' : 'reset';
  const { token, link } = newLink(at, kind, { personId, email, name, role, madeBy });
  await storage.people.change({
    writes: [
      { write: 'links-gone', kind, which: { personId } },
      { write: 'link', link },
    ],
    activity: [peopleActivity(at, actor, 'reset-link-made', `person ${personId}`)],
  });
  return { type: 'link-made', link, token };
}

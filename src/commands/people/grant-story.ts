import type { Person, StoryGrant } from '../../domain/desk/people.ts';
import { may } from '../../domain/desk/rights.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../activity.ts';
import type { Newsroom } from '../perform.ts';
import { peopleActivity } from './activity.ts';

/** Who gives or takes, and what was given to or taken from them for the story. */
export type Granter = { actor: Actor; person: Person; grant: StoryGrant | null };

/**
 * Gives one person a right for one story, or takes it. Nobody gives a right they have not themselves, nor changes what others
 * set for them: but an admin, whose rights cannot be narrowed.
 */
export async function grantStory(
  { storage, clock }: Newsroom,
  { actor, person: granter, grant: own }: Granter,
  grant: StoryGrant,
): Promise<{ type: 'granted' } | { type: 'not-allowed'; action: string } | Refusal> {
  const { storyId, personId, write, publish } = grant;
  const person = await storage.people.find(personId);
  if (!person || person.disabledAt !== null) return { type: 'unknown-person' };
  const mayGive =
    granter.role === 'admin' ||
    (granter.id !== personId &&
      (write !== true || may(granter, 'write-draft', { grant: own })) &&
      (publish !== true || may(granter, 'publish-update', { grant: own })));
  if (!mayGive) return { type: 'not-allowed', action: 'grant-story' };
  const at = await clock.fresh();
  const told = peopleActivity(at, actor, 'story-granted', `person ${personId}`, {
    storyId,
    detail: { write, publish },
  });
  await storage.people.change({ writes: [{ write: 'grant', grant }], activity: [told] });
  return { type: 'granted' };
}

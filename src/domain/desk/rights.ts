import { OPEN_STATUSES, type DraftStatus, type OpenStatus } from './draft.ts';
import type { Person, Role, StoryGrant } from './people.ts';

/** What can be done at the desk. */
export const ACTIONS = [
  // drafts
  'read-desk',
  'write-draft',
  'file-draft',
  'trash-draft',
  'restore-draft',
  'schedule-draft',
  'embargo-draft',
  'lift-embargo',
  // what readers see
  'open-story',
  'publish-update',
  'edit-update',
  'correct-update',
  'retract-update',
  'pin-update',
  'write-top',
  'change-state',
  'change-details',
  'discard-story',
  // beside the story
  'write-note',
  'settle-note',
  'take-in-media',
  'describe-media',
  'paste-post',
  // the house
  'grant-story',
  'change-site',
  'write-page',
  'write-author',
  'read-activity',
  'manage-people',
  'manage-tokens',
  'own-account',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Which right of a story an action rests on: those that can be given to, or taken from, one person for one story. */
type OfStory = 'write' | 'publish';

type Line = {
  /** Who may do it to anything. */
  role: Role;
  /** Who may do it to what is their own; left out: nobody else. */
  own?: Role;
  of?: OfStory;
};

/** Who may do what: the one table that the desk's endpoints ask and its test walks through. */
export const DESK_RIGHTS: Record<Action, Line> = {
  'read-desk': { role: 'reporter' },
  'write-draft': { role: 'reporter', of: 'write' },
  'file-draft': { role: 'reporter', of: 'write' },
  'trash-draft': { role: 'editor', own: 'reporter', of: 'write' },
  'restore-draft': { role: 'editor', own: 'reporter', of: 'write' },
  'schedule-draft': { role: 'editor', of: 'publish' },
  'embargo-draft': { role: 'editor', own: 'reporter', of: 'write' },
  'lift-embargo': { role: 'editor', of: 'publish' },
  'open-story': { role: 'editor', of: 'publish' },
  'publish-update': { role: 'editor', of: 'publish' },
  'edit-update': { role: 'editor', of: 'publish' },
  'correct-update': { role: 'editor', of: 'publish' },
  'retract-update': { role: 'editor', of: 'publish' },
  'pin-update': { role: 'editor', of: 'publish' },
  'write-top': { role: 'editor', of: 'publish' },
  'change-state': { role: 'editor', of: 'publish' },
  'change-details': { role: 'editor', of: 'publish' },
  'discard-story': { role: 'admin' },
  'write-note': { role: 'reporter' },
  'settle-note': { role: 'reporter' },
  'take-in-media': { role: 'reporter' },
  'describe-media': { role: 'editor', own: 'reporter' },
  'paste-post': { role: 'reporter', of: 'write' },
  'grant-story': { role: 'editor' },
  'change-site': { role: 'admin' },
  'write-page': { role: 'editor' },
  'write-author': { role: 'editor' },
  'read-activity': { role: 'editor' },
  'manage-people': { role: 'admin' },
  'manage-tokens': { role: 'admin' },
  'own-account': { role: 'reporter' },
};

/** What writing in a draft is: in one that goes out by itself, it is deciding what goes out. */
export const writingIn = (status: DraftStatus): Action =>
  status === 'scheduled' ? 'schedule-draft' : 'write-draft';

/** How a draft may stand that somebody writes in, by what they may do. */
export const writesInto = (mayDo: (action: Action) => boolean): OpenStatus[] =>
  OPEN_STATUSES.filter((status) => mayDo(writingIn(status)));

const RANK: Record<Role, number> = { reporter: 0, editor: 1, admin: 2 };

export const ranksAs = (role: Role, least: Role): boolean => RANK[role] >= RANK[least];

/** What it is to be done to. */
export type Subject = {
  /** Whether it is the person's own: the draft they began, the picture they took in. */
  own?: boolean;
  /** What was given to or taken from the person for the story it is of. */
  grant?: Pick<StoryGrant, 'write' | 'publish'> | null;
};

/**
 * Whether somebody may do something to an object. What was given for the story widens the role and what was taken narrows it;
 * an admin's cannot be narrowed.
 */
export function may(
  { role }: Pick<Person, 'role'>,
  action: Action,
  { own = false, grant = null }: Subject = {},
): boolean {
  const { role: anyone, own: owner, of } = DESK_RIGHTS[action];
  const granted = of === undefined || role === 'admin' ? null : (grant?.[of] ?? null);
  if (granted === false) return false;
  if (granted === true && of === 'publish') return true;
  return ranksAs(role, anyone) || (own && owner !== undefined && ranksAs(role, owner));
}

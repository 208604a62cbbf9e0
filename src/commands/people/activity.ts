import { newId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import type { Activity } from '../../storage/storage.ts';
import type { Actor } from '../activity.ts';

/** What was done to the people of the newsroom, or by one to their own account. */
export type PeopleAction =
  | 'person-added'
  | 'person-invited'
  | 'invitation-taken-back'
  | 'role-changed'
  | 'person-disabled'
  | 'person-enabled'
  | 'details-changed'
  | 'password-set'
  | 'reset-link-made'
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-failed'
  | 'sessions-ended'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'passkey-added'
  | 'passkey-named'
  | 'passkey-removed'
  | 'identity-bound'
  | 'story-granted'
  | 'token-made'
  | 'token-revoked';

/** One line of the activity list; `subject` names what it was done to: `person <id>`, `token <id>` … */
export function peopleActivity(
  at: Instant,
  actor: Actor,
  action: PeopleAction,
  subject: string | null,
  more: { storyId?: string; detail?: Record<string, unknown> } = {},
): Activity {
  const { storyId = null, detail = null } = more;
  return { id: newId(at), at, actor, action, storyId, seq: null, subject, detail };
}

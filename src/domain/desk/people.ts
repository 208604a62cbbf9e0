import type { Instant } from '../time.ts';

/** What somebody is to the newsroom; each may do what those before it may. */
export const ROLES = ['reporter', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who works at the desk, without what they sign in with. */
export type Person = {
  id: string;
  /** Small letters. */
  email: string;
  /** As it stands in bylines. */
  name: string;
  role: Role;
  createdAt: Instant;
  /** Since when they may not sign in any more. */
  disabledAt: Instant | null;
  /** BCP 47 tag of the language the desk speaks to them in; null: the site's. */
  lang: string | null;
};

/** What was given to, or taken from, one person for one story; null: as their role has it. */
export type StoryGrant = {
  storyId: string;
  personId: string;
  write: boolean | null;
  publish: boolean | null;
};

import type { Instant } from '../time.ts';

/** Said beside a story, or beside one of its drafts; in no public output. */
export type Note = {
  id: string;
  storyId: string;
  draftId: string | null;
  /** The handover note tells the next shift how the story stands; the last one is shown first. */
  kind: 'note' | 'handover';
  by: string;
  at: Instant;
  editedAt: Instant | null;
  text: string;
  /** Ids of the people named in it by `@`. */
  mentions: string[];
  /** Who said that it is settled, and when. */
  settledBy: string | null;
  settledAt: Instant | null;
};

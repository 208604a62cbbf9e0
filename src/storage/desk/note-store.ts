import type { Note } from '../../domain/desk/note.ts';
import type { Instant } from '../../domain/time.ts';

/** What happens to notes, written in the same commit as its line in the activity list. */
export type NoteWrite =
  /** One of an id that is there already is left as it stands: a retry says nothing twice. */
  | { type: 'said'; note: Note }
  | { type: 'changed'; id: string; text: string; mentions: string[]; at: Instant }
  /** `by` null: it is open again. */
  | { type: 'settled'; id: string; by: string | null; at: Instant | null };

/** `draftId`: of that draft alone. `cursor` is the `next` of the page before. */
export type NoteQuery = { storyId: string; draftId?: string; limit: number; cursor: string | null };

/** A note in which somebody was named, and when they read it. */
export type Mention = { note: Note; readAt: Instant | null };

export type NoteStore = {
  find: (id: string) => Promise<Note | null>;
  /** The last said first. */
  list: (query: NoteQuery) => Promise<{ items: Note[]; next: string | null }>;
  /** The last handover note of a story that was not settled. */
  handover: (storyId: string) => Promise<Note | null>;
  /** Of one person: unread first, the last said first. */
  mentions: (
    personId: string,
    page: { limit: number; cursor: string | null },
  ) => Promise<{ items: Mention[]; next: string | null; unread: number }>;
  /** Marks these, or all (null), as read; how many were not. */
  readMentions: (personId: string, noteIds: string[] | null, at: Instant) => Promise<number>;
};

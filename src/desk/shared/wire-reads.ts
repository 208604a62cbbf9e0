/** What the console reads of the newsroom, and what is said beside stories. A part of `wire.ts`. */
import type { DraftKind, DraftStatus } from '../../domain/desk/draft.ts';
import type { Note } from '../../domain/desk/note.ts';
import type { Kind } from '../../domain/event.ts';
import type { StoryState, TopVersion } from '../../domain/story.ts';
import type { Update } from '../../domain/update.ts';
import type { StoryCardWire, UpdateWire } from './wire.ts';

/** A page of a list; `next` is the `cursor` of the page after it. */
export type PageWire<T> = { items: T[]; next: string | null };

/** `GET /stories?state=&q=&cursor=&limit=`: what changed last comes first. `q`: words of the headline. */
export type StoriesWire = PageWire<StoryCardWire>;

/**
 * `GET /trash/stories`: the sample, where it was discarded (`PUT /stories/:storyId/trash`; `DELETE` brings it back). Any other
 * story is refused with `not-the-sample` (409).
 */
export type DiscardedWire = {
  items: { id: string; slug: string; headline: string; discardedAt: string; by: string }[];
};

/** `GET /stories/:storyId/updates?before=SEQ&limit=`: newest first. */
export type UpdatesWire = { updates: UpdateWire[]; more: boolean };

/** Who did something: a person by their name, a token by its name, or the machine (`cli`, `import` …). */
export type ActorWire = { kind: 'person' | 'token' | 'other'; id: string | null; name: string };

/** `GET /stories/:storyId/tops`: every version of the top, the last first. */
export type TopHistoryWire = { versions: (TopVersion & { by: ActorWire | null })[] };

/** `GET /updates/:updateId/history`: what readers could see of it, the last first; `by`: who made it so. */
export type UpdateHistoryWire = {
  versions: (Pick<Update, 'title' | 'body' | 'author' | 'keyEvent' | 'analysis'> & {
    seq: number;
    at: string;
    kind: Kind;
    by: ActorWire | null;
    /** Its words as the page shows them; empty where they were taken back or erased. */
    html: string;
    /** Of a correction what was wrong; of a retraction its reason. */
    note: { was: string | null; is: string; note: string | null } | { reason: string } | null;
  })[];
};

/** `GET /search?q=&cursor=&in=`: `in=trash` looks into discarded drafts, and nowhere else. Published first, then drafts. */
export type SearchWire = PageWire<FoundWire>;
export type FoundWire = {
  as: 'story' | 'update' | 'draft';
  storyId: string;
  /** Null while the story is still to be opened. */
  slug: string | null;
  storyHeadline: string;
  updateId: string | null;
  draft: { id: string; kind: DraftKind; status: DraftStatus } | null;
  /** A headline or a title; empty where it has none. */
  title: string;
  /** Some of its text, around the first word found. */
  words: string;
  at: string;
};

/** `GET /stories/:storyId/notes?draftId=&cursor=`: newest first. `names`: of everybody named in them, by id. */
export type NotesWire = PageWire<Note> & { names: Record<string, string> };

/** `POST /stories/:storyId/notes` → 201 Note. `id` made by the console: a retry says nothing twice. */
export type NewNoteWire = {
  id?: string;
  kind?: Note['kind'];
  draftId?: string | null;
  text: string;
  mentions?: string[];
};

/** `PATCH /notes/:noteId` → Note; by who wrote it alone. `PUT` and `DELETE /notes/:noteId/settled` → Note. */
export type ChangedNoteWire = { text: string; mentions?: string[] };

/** `GET /mentions?cursor=`: unread first, each by time. `POST /mentions/read { noteIds? }` marks them, or all, as read. */
export type MentionWire = { note: Note; byName: string; storyHeadline: string; readAt: string | null };
export type MentionsWire = PageWire<MentionWire> & { unread: number };

/** `GET /activity?story=&actor=&kind=&action=&from=&to=&cursor=`: newest first, a line an act; `kind` is one of `DEED_KINDS`. `actor` is one as `by.kind by.id` has it (`person ID`). */
export type ActivityWire = PageWire<{
  id: string;
  at: string;
  by: ActorWire;
  /** An event's kind (`post`, `top` …), or what was done at the desk (`draft.filed`, `note.added` …). */
  action: string;
  story: { id: string; slug: string | null; headline: string } | null;
  seq: number | null;
  subject: string | null;
  detail: Record<string, unknown> | null;
  /** What in the story it was done to. `words`: headline or first words of what readers have; never those of a draft. */
  entry: { as: 'update' | 'draft' | 'note'; id: string; words: string | null } | null;
  /** Where the server did it at an hour that had been set: that hour, and whether it was late. */
  schedule: { at: string | null; late: boolean } | null;
}>;

/** `POST /presence` every 20 s and on change. `tab` tells tabs of one person apart; `leaving` when it closes (a beacon may send it). */
export type PresenceBeatWire = {
  storyId: string | null;
  draftId: string | null;
  tab?: string;
  leaving?: boolean;
};

export type StoryStateFilter = StoryState | 'unpublished';

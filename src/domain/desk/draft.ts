import type { DocumentJSON } from '../document.ts';
import type { Photo } from '../media.ts';
import type { SummaryLine } from '../story.ts';
import type { Instant } from '../time.ts';

/**
 * A draft is a row of the desk, outside the log: nobody but the newsroom ever sees it.
 * - `update`: an update to be;
 * - `edit`: over a published update, which stands beside it until this is published;
 * - `top`: headline, dek, lead, photo and summary, written through together. Of a story that has no log yet it is all there is.
 */
export type DraftKind = 'update' | 'edit' | 'top';

export const OPEN_STATUSES = ['draft', 'filed', 'scheduled'] as const;
export type OpenStatus = (typeof OPEN_STATUSES)[number];
export type DraftStatus = OpenStatus | 'published' | 'trashed';

export const isOpen = (status: DraftStatus): status is OpenStatus =>
  (OPEN_STATUSES as readonly string[]).includes(status);

/** The words of a draft as they stand; fields that a kind has no use for stay as they were made. */
export type DraftContent = {
  /** Of an update its title, of a top the headline. */
  title: string;
  /** Of an update its text, of a top the lead. */
  body: DocumentJSON;
  /** The name that stands as the update's author; empty: none. */
  author: string;
  keyEvent: boolean;
  analysis: boolean;
  top: TopFields | null;
};

/** What a top has beside headline and lead. Empty text: there is none. */
export type TopFields = {
  dek: string;
  byline: string[];
  credit: string;
  summary: SummaryLine[];
  photo: Photo | null;
  section: string;
  /** IANA names; `placeZone` empty: none. */
  zone: string;
  placeZone: string;
  /** BCP 47. */
  lang: string;
};

/** How an `edit` goes out – and a `top`, which may be a correction too. */
export type PublishAs =
  | { as: 'small-edit' | 'edit' }
  | { as: 'correction'; was: string; is: string; note?: string | null };

export type Draft = {
  id: string;
  /** Of a story with a log, or of one that is still to be opened: then its `top` draft has the same. */
  storyId: string;
  kind: DraftKind;
  /** What an `edit` is over; of a published `update`, the update it became (the draft's own id). */
  updateId: string | null;
  /** The version of the published update or top this was begun from; null where there was none. */
  baseVersion: number | null;
  status: DraftStatus;
  /** As of `logSeq` of the draft's own log of keystrokes, which may be ahead by a second. */
  content: DraftContent;
  logSeq: number;
  /** Counts changes of status and times, not keystrokes. */
  version: number;
  createdBy: string;
  createdAt: Instant;
  changedBy: string;
  changedAt: Instant;
  filedBy: string | null;
  /** The hour it was filed by its writer's own clock, never later than it came in: written in a tunnel, sent at the station. */
  filedAt: Instant | null;
  /** Head of its log when it was filed: what came later nobody has filed. */
  filedSeq: number | null;
  /** When the server publishes it by itself. */
  publishAt: Instant | null;
  scheduledBy: string | null;
  /** How the server publishes it, as was chosen when it was scheduled; null: as what it is, an edit as an edit. */
  publishHow: PublishAs | null;
  /** Head of its log when it was scheduled: what came later its scheduler has not seen. */
  scheduledSeq: number | null;
  /** Why the server could not publish it when it was due (a problem's name); null once it is filed or scheduled anew. */
  missed: string | null;
  /** Nobody can publish it before. */
  embargoUntil: Instant | null;
  publishedBy: string | null;
  publishedAt: Instant | null;
  /** The event of the story's log that told it. */
  publishedSeq: number | null;
  /** The server published it later than it was to: it was down. */
  late: boolean;
  trashedBy: string | null;
  trashedAt: Instant | null;
  /** When it happened, where it was pasted from a post that says so: it is published as of then into a story opened from the post. */
  at: Instant | null;
};

/** A draft as it stood: kept when it was filed, published, brought back, and every few minutes while it is written. */
export type DraftVersion = {
  id: string;
  draftId: string;
  at: Instant;
  /** Whose words were added since the version before: ids of people. */
  by: string[];
  logSeq: number;
  content: DraftContent;
};

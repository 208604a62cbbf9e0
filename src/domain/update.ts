import type { DocumentJSON } from './document.ts';
import type { Instant } from './time.ts';

export type UpdateStatus = 'published' | 'retracted';

/** One timestamped entry of a story, as it stands now. A retracted one is a stub: its words are gone from here. */
export type Update = {
  id: string;
  storyId: string;
  /** Of the event that posted it: its place in the story's order. */
  seq: number;
  /** Of the last event that touched it. */
  lastSeq: number;
  /** Counts every change to it; guards it (`If-Match`). */
  version: number;
  at: Instant;
  /** False where the source gave no time and `at` is the instant before. */
  timeKnown: boolean;
  title: string | null;
  body: DocumentJSON;
  author: string | null;
  keyEvent: boolean;
  /** The reporter's own voice, told apart from the facts. */
  analysis: boolean;
  status: UpdateStatus;
  /** Of the last small edit or edit. */
  editedAt: Instant | null;
  /** Of the last change of substance: an edit, a correction, the retraction. A small edit does not move it. */
  modifiedAt: Instant | null;
  retractedAt: Instant | null;
  retractionReason: string | null;
};

/** A correction in the open: what was wrong, before and after. `updateId` null: it is of the story's top. */
export type Correction = {
  id: string;
  storyId: string;
  updateId: string | null;
  seq: number;
  at: Instant;
  /** Null where a post that was taken in told only what is right. */
  was: string | null;
  is: string;
  note: string | null;
};

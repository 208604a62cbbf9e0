import type {
  Draft,
  DraftContent,
  DraftKind,
  DraftStatus,
  DraftVersion,
  OpenStatus,
} from '../../domain/desk/draft.ts';
import type { Instant } from '../../domain/time.ts';

export type DraftQuery = {
  storyId?: string;
  updateId?: string;
  statuses: readonly DraftStatus[];
  kinds?: readonly DraftKind[];
  createdBy?: string;
  limit: number;
};

/** A change of a draft's row, written in the same commit as what it led to. */
export type DraftWrite = {
  /** Its words are written only where those kept are older: what is typed meanwhile is kept beside acts on the draft. */
  draft: Draft;
  /**
   * What it was decided on: the row's version and, where its words matter, the head of its log. Null for a new one.
   * When it has moved on the whole commit is refused with `draft-moved`.
   */
  expected: { version: number; logSeq?: number } | null;
  /** The first words of a new draft, as a Yjs update: seq 1 of its log. */
  seed?: Uint8Array;
  /** How it stood, kept for whoever looks back. Of the words it was begun with the id is the draft's own. */
  keep?: DraftVersion;
};

/** `writtenAt`: when, where it was pasted from a post that says so. */
export type Hands = { writtenBy: string; publishedBy: string | null; writtenAt: Instant | null };

export type DraftStore = {
  find: (id: string) => Promise<Draft | null>;
  /** The last changed first. */
  list: (query: DraftQuery) => Promise<Draft[]>;
  /** Ids of a story's updates that the server published later than it was to. */
  lateUpdates: (storyId: string) => Promise<string[]>;
  /** Who wrote and who published these updates, of those that were drafts; ids of people, by the update's. */
  hands: (updateIds: string[]) => Promise<Record<string, Hands>>;
  /** Those that the server is to publish by now, the earliest first. */
  due: (now: Instant, limit: number) => Promise<Draft[]>;
  /** Keeps the words as they stand at `logSeq` of the draft's log; false where later ones are kept already. */
  keepContent: (kept: {
    draftId: string;
    content: DraftContent;
    logSeq: number;
    by: string;
    at: Instant;
  }) => Promise<boolean>;
  /** The last first. */
  versions: (draftId: string, limit: number) => Promise<DraftVersion[]>;
  version: (id: string) => Promise<DraftVersion | null>;
  addVersion: (version: DraftVersion) => Promise<void>;
};

/** Every keystroke of a draft, in order: what two people's screens, threads and nodes agree by. */
export type DraftLog = {
  /**
   * Committed to disk when it resolves. A draft that is published or in the trash takes no more words, and one that does not
   * stand as `into` says takes none of this person (`not-now`).
   */
  append: (entry: {
    draftId: string;
    data: Uint8Array;
    by: string;
    into: readonly OpenStatus[];
    at: Instant;
  }) => Promise<
    | { type: 'appended'; seq: number }
    | { type: 'not-now'; status: OpenStatus }
    | { type: 'closed'; status: DraftStatus | null }
  >;
  /** What came after `seq`; the snapshot where rows up to it are gone. All of one moment. */
  since: (draftId: string, seq: number) => Promise<DraftLogSlice>;
  /** Keeps one snapshot in place of the rows up to `seq`. */
  compact: (draftId: string, seq: number, snapshot: Uint8Array) => Promise<void>;
};

export type DraftLogSlice = {
  snapshot: { seq: number; data: Uint8Array } | null;
  rows: { seq: number; data: Uint8Array; by: string; at: Instant }[];
};

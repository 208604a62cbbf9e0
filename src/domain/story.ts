import { picturesIn, type DocumentJSON } from './document.ts';
import type { Photo } from './media.ts';
import type { Instant } from './time.ts';

export type StoryState = 'live' | 'paused' | 'ended';

/** One line of "the story so far"; `updateId` names the update it rests on. */
export type SummaryLine = { text: string; updateId: string | null };

/** The top is one thing: it is written through as a whole and every version of it is kept. */
export type Top = {
  headline: string;
  dek: string | null;
  lead: DocumentJSON;
  byline: string[];
  credit: string | null;
  summary: SummaryLine[];
  /** The lead picture; left out where there is none, as it is in every top logged before there were pictures. */
  photo?: Photo;
};

/** Ids of the pictures of ours that stand in a top: the lead picture first. */
export const picturesOfTop = ({ lead, photo }: Top): string[] => [
  ...(photo ? [photo.mediaId] : []),
  ...picturesIn(lead),
];

/** What is true of a story now. Its `seq` (the head of its log) is kept beside it, by the log. */
export type Story = {
  id: string;
  /** The address in force. Frozen at first publication; an editor may change it, former ones redirect. */
  slug: string;
  /** BCP 47 tag of the language the story is written in. */
  lang: string;
  /** IANA name of the newsroom's zone. */
  zone: string;
  /** IANA name of the zone of the place the story is about, where that differs. */
  placeZone: string | null;
  section: string | null;
  state: StoryState;
  /** When a paused story says it resumes. */
  pausedUntil: Instant | null;
  endedAt: Instant | null;
  /** Counts every change to top, slug, state and details; guards them (`If-Match`). */
  version: number;
  top: Top;
  /** Version numbers of tops count from 1. */
  topVersion: number;
  openedAt: Instant;
  /** The last change of substance: a small edit does not move it. */
  updatedAt: Instant;
  topWrittenAt: Instant;
  /** When the headline last changed, and the lead: a headline newer than its lead is shown to the editor. */
  headlineAt: Instant;
  leadAt: Instant;
  pinnedId: string | null;
  /** The story that goes on with this one, as its next day; and the one that this goes on with. */
  nextId: string | null;
  previousId: string | null;
  /** The story this one translates. */
  translationOf: string | null;
  /** The event of its original it stands for. */
  sourceSeq: number | null;
  /** When the original was last corrected since; null while the translation stands for it. */
  sourceCorrectedAt: Instant | null;
  /** How many updates stand (retracted ones do not count). */
  updateCount: number;
  /** Opened as the newsroom's sample: the one story that can be discarded. */
  sample: boolean;
  /** Since when it is in the trash; null while it stands. */
  discardedAt: Instant | null;
};

/** One version of the top, as it was written. */
export type TopVersion = { storyId: string; version: number; seq: number; at: Instant; top: Top };

/** An address a story has or had; the one in force is the story's `slug`. */
export type Slug = { slug: string; storyId: string };

/** A story that tells the same in another language. */
export type LinkedStory = { storyId: string; slug: string; lang: string };

/** The same as readers are offered it. `stale`: its original was corrected since it was made. */
export type Translation = LinkedStory & { original: boolean; stale: boolean };

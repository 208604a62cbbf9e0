import type { Term } from '../../domain/find/sought.ts';
import type { Draft, DraftStatus, OpenStatus } from '../../domain/desk/draft.ts';
import type { StoryState } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { Update } from '../../domain/update.ts';
import type { Activity, StoryAtHead } from '../storage.ts';

/** A story as the desk lists it; one still to be opened is told by its draft of a top, and has neither `slug` nor `seq`. */
export type StoryCard = {
  id: string;
  slug: string | null;
  headline: string;
  state: StoryState | 'unpublished';
  section: string | null;
  zone: string;
  seq: number | null;
  /** Of the last update that stands; null where there is none. */
  lastUpdateAt: Instant | null;
  changedAt: Instant;
  updateCount: number;
  /** The newsroom's example, which can be discarded. */
  sample: boolean;
  /** Open drafts by status. */
  drafts: Record<OpenStatus, number>;
};

export type StoriesQuery = {
  state?: StoryState | 'unpublished';
  /** That stand in the headline, all of them. */
  terms?: Term[];
  limit: number;
  cursor: string | null;
};

/** `from` is part of it, `to` is not. */
export type ActivityQuery = {
  storyId?: string;
  actor?: string;
  action?: string;
  /** One of these. */
  actions?: readonly string[];
  from?: Instant;
  to?: Instant;
  limit: number;
  cursor: string | null;
};

export type EventAt = { storyId: string; seq: number };
export type ActOf = EventAt & { updateId: string | null; publication: Activity['detail'] };

export type DraftSearch = {
  terms: Term[];
  statuses: readonly DraftStatus[];
  /** Drafts looked at, at most: found ones may be none of them, and there be more. */
  look: number;
  cursor: string | null;
};

/** By id. */
export type Names = Record<string, string>;

/** What the desk's screens read besides stories, drafts and notes themselves. */
export type DeskReadings = {
  /** What changed last first: an event, or a draft that is open. */
  stories: (query: StoriesQuery) => Promise<{ items: StoryCard[]; next: string | null }>;
  /** The newsroom's example, in the trash or not; the last opened, should several have been taken in. */
  sample: () => Promise<StoryAtHead | null>;
  /** Stories in the trash, the last discarded first. */
  discarded: () => Promise<StoryAtHead[]>;
  /** Address and headline of stories, opened or still to be; by id. */
  headlines: (storyIds: string[]) => Promise<Record<string, { slug: string | null; headline: string }>>;
  /** The last first. What published a draft is one with its event, which `actsOf` tells, unless it is asked for by name. */
  activity: (query: ActivityQuery) => Promise<{ items: Activity[]; next: string | null }>;
  /** Who did these events of a story, by seq. */
  actorsOf: (storyId: string, seqs: number[]) => Promise<Record<number, string>>;
  /** What more there is to tell of events: the update each was about, and what the publication of its draft was told with. */
  actsOf: (events: EventAt[]) => Promise<ActOf[]>;
  /** Updates as they stand, of those ids that are one's. */
  updatesOf: (ids: string[]) => Promise<Update[]>;
  /** Names of people and of tokens. */
  names: (people: string[], tokens: string[]) => Promise<{ people: Names; tokens: Names }>;
  /** Drafts that hold the words, the last changed first. */
  findDrafts: (search: DraftSearch) => Promise<{ items: Draft[]; next: string | null }>;
};

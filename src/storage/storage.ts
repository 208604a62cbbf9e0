import type { Author } from '../domain/author.ts';
import type { EventMark, LoggedEvent, NewEvent } from '../domain/event.ts';
import type { Term } from '../domain/find/sought.ts';
import type { RowChange } from '../domain/fold.ts';
import type { PlainPage, SiteAtVersion } from '../domain/site.ts';
import type { Story, TopVersion, Translation } from '../domain/story.ts';
import type { Media } from '../domain/media.ts';
import type { Instant } from '../domain/time.ts';
import type { Correction, Update } from '../domain/update.ts';
import type { AnswerStore, ClockStore, TokenStore } from './stores.ts';
import type { Bus } from './bus.ts';
import type { DeskReadings } from './desk/desk-readings.ts';
import type { NoteStore, NoteWrite } from './desk/note-store.ts';
import type { DraftLog, DraftStore, DraftWrite } from './desk/draft-store.ts';
import type { GrantsCopied, GrantStore, PeopleStore, SessionStore } from './desk/people-store.ts';
import type { HeldMediaStore, HeldWrite } from './desk/held-media-store.ts';
import type { Draft } from '../domain/desk/draft.ts';
import type { Tables } from './tables.ts';

/**
 * Where stories and their logs are kept. Two engines (`sqlite/`, `postgres/`) pass one contract (`contract.ts`).
 * Every promise may reject with `StorageUnavailable`; a commit that rejects has changed nothing – but for one whose connection
 * broke while the database was answering it: there only the log can say, and the kept answer makes the retry safe.
 */
export type Storage = Readings & {
  readonly engine: 'sqlite' | 'postgres';
  /** All of it or nothing, synced to disk before it resolves. */
  commit: (change: Change) => Promise<CommitResult>;
  readonly tokens: TokenStore;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly grants: GrantStore;
  readonly answers: AnswerStore;
  readonly clock: ClockStore;
  readonly drafts: DraftStore;
  readonly draftLog: DraftLog;
  readonly notes: NoteStore;
  readonly heldMedia: HeldMediaStore;
  readonly desk: DeskReadings;
  /** Wakes whoever follows the logs, in every thread and on every node. */
  readonly bus: Bus;
  /** Another number after every commit, whoever made it, where that is told without asking (SQLite); null: it is not. */
  readonly stamp: (() => number) | null;
  close: () => Promise<void>;
};

/** Plain data: the events of one or more logs, and the rows they change. */
export type Change = {
  logs: LogChange[];
  rows: RowChange[];
  activity: Activity[];
  /** Rows of the desk that change with it; the first whose draft moved on meanwhile refuses the whole. */
  drafts?: DraftWrite[];
  /** What was given or taken for one story is given or taken for another; where it is not `given` any more, the change is `stale`. */
  grants?: GrantsCopied;
  /** What is said beside stories. */
  notes?: NoteWrite[];
  /** Pictures of the desk that change with it; one that moved on meanwhile makes the change `stale`. */
  held?: HeldWrite[];
  /** Kept in the same commit, so that a retry with the same key gets the same answer, whenever the first one broke off. */
  answer?: Answer;
  /** SHA-256 of the bytes an import came from. */
  imported?: { digest: string; storyId: string; at: Instant };
};

/** `expectedVersion` is the log's head the change was decided on; 0 opens a new log. */
export type LogChange = { storyId: string; expectedVersion: number; events: (NewEvent & Partial<Sealed>)[] };

/** Given only when an export is taken in: the salt its hashes were made with. */
export type Sealed = { salt: string };

export type Activity = {
  id: string;
  at: Instant;
  actor: string;
  action: string;
  /** Null where it was done to no story. */
  storyId: string | null;
  /** Of the event that tells it; null where none does. */
  seq: number | null;
  /** What it was done to besides: `draft <id>`, `person <id>` … */
  subject: string | null;
  /** What more there is to tell; never words of a draft. */
  detail: Record<string, unknown> | null;
};

export type Answer = {
  tokenId: string;
  key: string;
  requestHash: string;
  status: number;
  headers: Record<string, string>;
  body: string;
  at: Instant;
};

export type CommitResult =
  | { type: 'committed'; events: EventMark[] }
  /** The log has moved on since the change was decided. */
  | { type: 'stale'; storyId: string; current: number }
  | { type: 'slug-taken'; slug: string; storyId: string }
  | { type: 'answered'; answer: Answer }
  | { type: 'already-imported'; storyId: string }
  /** A draft it was decided on has moved on; `current` as it stands now, or the one open in its place. */
  | { type: 'draft-moved'; draftId: string; current: Draft | null };

/** A story with the head of its log: its `seq`, and when the last event took effect. */
export type StoryAtHead = { story: Story; seq: number; lastAt: Instant };

export type Readings = {
  /** By any slug the story has or had, or by id. */
  findStory: (where: WhichStory) => Promise<StoryAtHead | null>;
  findUpdate: (id: string) => Promise<Update | null>;
  /** A story and the updates asked for, all of one moment. */
  snapshot: (storyId: string, ask: UpdateQuery) => Promise<Snapshot | null>;
  /** Last opened first. `cursor` is the one a former page ended with. */
  listStories(page: Page): Promise<{ items: StoryAtHead[]; next: string | null }>;
  /**
   * The front page, or one section: live stories first, then paused, then ended, each by last update, with their latest
   * standing update. `cursor` is the `next` of the page before.
   */
  frontPage(limit: number, which?: WhichCards): Promise<FrontPage>;
  /** The sections of the stories last updated, the latest first. */
  sectionsInUse: (limit: number) => Promise<Section[]>;
  /** Other stories of a section (its address), or of all where it is null: the live ones first, each by last update. */
  relatedStories: (storyId: string, section: string | null, limit: number) => Promise<RelatedStory[]>;
  /** Stories and updates by their words: stories first, a headline or title that has them before a text, then the latest. */
  search: (ask: SearchQuery) => Promise<Found>;
  tops: (storyId: string) => Promise<TopVersion[]>;
  corrections: (storyId: string) => Promise<Correction[]>;
  /** Stubs of what was taken back, oldest first. */
  retractedUpdates: (storyId: string) => Promise<Update[]>;
  author: (slug: string) => Promise<Author | null>;
  authorsByName: (names: string[]) => Promise<Author[]>;
  /** All recorded, by address; `cursor` is the one a former page ended with. */
  listAuthors(page: Page): Promise<{ items: Author[]; next: string | null }>;
  /** An author's stories, last opened first. */
  storiesByAuthor(name: string, page: Page): Promise<{ items: StoryAtHead[]; next: string | null }>;
  /** Addresses in force, last opened first. */
  recentSlugs: (limit: number) => Promise<string[]>;
  site: () => Promise<SiteAtHead>;
  /** A page of the newsroom's own. */
  plainPage: (slug: string) => Promise<PlainPage | null>;
  /** All of them by slug; `cursor` is the one a former page ended with. */
  plainPages(page: Page): Promise<{ items: PlainPage[]; next: string | null }>;
  /** Those that every page leads to. */
  footer: () => Promise<FooterLink[]>;
  /** Those of the given ids that there are, by id. */
  media: (ids: string[]) => Promise<Media[]>;
  /** By the SHA-256 of its original. */
  mediaByDigest: (digest: string) => Promise<Media | null>;
  /** Last taken in first. `cursor` is the one a former page ended with. */
  listMedia(page: Page): Promise<{ items: Media[]; next: string | null }>;
  /** Pictures of which not all that is to be made was made, oldest first, after the given id. */
  unfinishedMedia: (after: string, limit: number) => Promise<Media[]>;

  /** The log itself, oldest first, after the given seq. */
  events: (storyId: string, after: number, limit: number) => Promise<LoggedEvent[]>;
  /** What happened in a story, without the words. */
  storyMarks: (storyId: string, after: number, limit: number) => Promise<EventMark[]>;
  /** What happened anywhere, by global position. */
  marks: (after: number, limit: number) => Promise<EventMark[]>;
  /** Of the last event of all; 0 before the first. */
  position: () => Promise<number>;
  /** Each log's head, by story id; `after` pages on. */
  heads: (after: string, limit: number) => Promise<LogHead[]>;
  /** Every row of a story, or of the site, as stored, and the head of its log, all of one moment: for `verify`. */
  rowsOf: (storyId: string) => Promise<StoryRows>;
  /** A row that names a story without a log, if there is one. */
  orphan: () => Promise<Orphan | null>;
  /** The stories that tell the same in other languages, as far as they are here: the original first, then by language. */
  linkedStories: (storyId: string) => Promise<StoryAtHead[]>;
  /** Ids of a story's updates by when each was posted, changed in substance or taken back, the last first. */
  lastChanged: (storyId: string, limit: number) => Promise<string[]>;
  /** Where the stories are that changed last in substance, the last first. */
  storyAddresses: (limit: number) => Promise<StoryAddress[]>;
  importedStory: (digest: string) => Promise<string | null>;
};

/** `discarded`: also where it is in the trash, where nothing else finds it. */
export type WhichStory = ({ slug: string } | { id: string }) & { discarded?: boolean };

export type Page = { limit: number; cursor: string | null };
export type StoryAddress = Pick<Story, 'slug' | 'updatedAt'>;
export type LogHead = { storyId: string; seq: number; hash: string };
export type SiteAtHead = { site: SiteAtVersion; seq: number; lastAt: Instant };
/** As much of a story as a link to it shows. */
export type RelatedStory = Pick<Story, 'id' | 'slug' | 'lang' | 'state'> & { headline: string };
/** `media` holds the story's lead picture, where pictures were read. */
export type FrontCard = { story: Story; seq: number; latest: Update | null; media?: Media[] };
export type WhichCards = { section?: string; cursor?: string | null };
export type FrontPage = { position: number; siteSeq: number; cards: FrontCard[]; next: string | null };
/** A section by its name and the address it makes. */
export type Section = { slug: string; name: string };
export type FooterLink = Pick<PlainPage, 'slug' | 'title' | 'lang'>;
export type StoryRows = {
  head: Tables['logs'] | null;
  stories: Tables['stories'][];
  updates: Tables['updates'][];
  tops: Tables['tops'][];
  corrections: Tables['corrections'][];
  slugs: Tables['slugs'][];
  bylines: Tables['bylines'][];
  authors: Tables['authors'][];
  site: Tables['site'][];
  pages: Tables['pages'][];
  media: Tables['media'][];
};
export type Orphan = { table: keyof Tables; storyId: string };

/** Which updates of a story are asked for; they must have all of it. */
export type UpdateFilter = {
  keyEventsOnly?: boolean;
  author?: string;
  /** That a statement in them names. "NBC" and "nbc" are one. */
  outlet?: string;
  /** Words that stand in them, retracted ones excepted; none at all stand nowhere. */
  terms?: Term[];
};

export type UpdateQuery = UpdateFilter & {
  order: 'newest' | 'oldest';
  /** At most so many updates; 0 for none, Infinity for all. */
  limit: number;
  /** The seq a former page ended with. */
  after?: number;
  /** Also tells by which names the story can be filtered. */
  names?: boolean;
  /** Also tells how many updates the filter lets through. */
  count?: boolean;
  /** These updates of the story alone, oldest first, whatever else was asked. */
  ids?: string[];
};

/** A name that stands in so many updates of a story. */
export type NamedOften = { key: string; name: string; updates: number };

/** Of standing updates, the most frequent first, at most 50 each. */
export type Names = { authors: NamedOften[]; outlets: NamedOften[] };

export type SearchQuery = { terms: Term[]; limit: number; cursor: string | null };

/** A story whose top was found, or one of its updates. */
export type Hit = { story: Story; update: Update | null };
export type Found = { hits: Hit[]; next: string | null };

export type Snapshot = StoryAtHead & {
  /** Where they were asked for. */
  names?: Names;
  /** Updates that the filter asked for lets through, counted up to 1000. */
  matching?: number;
  siteSeq: number;
  site: SiteAtVersion;
  /** The newsroom's own pages that every page leads to. */
  footer: FooterLink[];
  updates: Update[];
  /** Whether there are more in this order. */
  more: boolean;
  pinned: Update | null;
  /** Standing key events, newest first, at most 200. */
  keyEvents: Update[];
  /** Corrections of the updates asked for and of the pinned one, and of the story's top. */
  corrections: Correction[];
  /** The updates that summary lines rest on. */
  summarised: Update[];
  /** The last standing update, whatever was asked for. */
  latest: Update | null;
  /** Of updates asked for by id: the update that was posted before each, null for the first. */
  previous: Record<string, string | null>;
  authors: Author[];
  /** The same in other languages: the original first, then by language. */
  translations: Translation[];
  /** Addresses of the story that is its next day, and of the day before. */
  days: { next: string | null; previous: string | null };
  /** Every picture of ours that stands in the top, in the updates asked for or in the pinned one, by id. */
  media: Media[];
};

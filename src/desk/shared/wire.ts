/** What the desk's server and its console tell each other. Times are instants (UTC text), ids UUIDs. */
import type {
  Draft,
  DraftContent,
  DraftKind,
  DraftVersion,
  PublishAs,
  TopFields,
} from '../../domain/desk/draft.ts';
import type { DeskMark } from '../../domain/desk/mark.ts';
import type { Note } from '../../domain/desk/note.ts';
import type { Person, Role, StoryGrant } from '../../domain/desk/people.ts';
import type { Action } from '../../domain/desk/rights.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { Handling, Media, MediaDetails } from '../../domain/media.ts';
import type { StoryState, Top } from '../../domain/story.ts';
import type { Correction, Update } from '../../domain/update.ts';

export type { Draft, DraftContent, DraftKind, DraftVersion, PublishAs, Note, Person, Role, StoryGrant };
/** A story as the list shows it (`GET /stories`). */
export type { StoryCard as StoryCardWire } from '../../storage/desk/desk-readings.ts';
export type * from './wire-account.ts';
export type * from './wire-reads.ts';

/**
 * The header in which a console says whom it believes to be signed in, where nobody else may be: by their id. Answers say in it
 * whom they were given to.
 */
export const AS = 'x-as';

/** On an answer that was kept on the device: the newsroom was not reached. Set by the desk's own worker. */
export const KEPT = 'x-from-cache';

/** On a question to the desk's own worker: what is kept is no answer to it. */
export const NOT_KEPT = 'x-not-kept';

/** On a question to the desk's own worker: the newsroom is heard, so its answer comes, however long it takes. */
export const HEARD = 'x-heard';

/** `GET /session`: who is signed in, or how one can sign in. */
export type SessionWire = {
  person: Person | null;
  /** What the person's role lets them do where nothing was given or taken for a story. */
  may: Action[];
  /** `sso`: the provider's name. `mail`: whether a forgotten password can be reset by mail. */
  ways: { password: true; passkey: boolean; sso: string | null; mail: boolean };
  site: { name: string; lang: string; zone: string };
  /** Whether what one files another must publish. */
  fourEyes: boolean;
  /** The server's clock, to tell a wrong one by. */
  now: string;
};

/** Of the first page of a story's stream, newest first; more by `GET /stories/:storyId/updates?before=SEQ`. */
export type StoryWire = {
  id: string;
  slug: string | null;
  url: string | null;
  seq: number;
  version: number;
  state: StoryState | 'unpublished';
  pausedUntil: string | null;
  zone: string;
  placeZone: string | null;
  section: string | null;
  lang: string;
  /** Null while it is still to be opened. */
  top: Top | null;
  topVersion: number;
  topWrittenAt: string | null;
  headlineAt: string | null;
  leadAt: string | null;
  /** The headline changed after the lead was last written. */
  leadOlderThanHeadline: boolean;
  pinnedId: string | null;
  /** The newsroom's example: it alone can be discarded. */
  sample: boolean;
  updates: UpdateWire[];
  more: boolean;
  drafts: Draft[];
  /** What this person may do to this story, with what was given to or taken from them for it. */
  may: Action[];
  /** The story that goes on where this one ended, as its next day; and the one that this goes on with. */
  next: NeighbourWire | null;
  previous: NeighbourWire | null;
  /** Ids of updates that the server published later than it was to: it was down. */
  late: string[];
  /** The last handover note; null where there is none, or it was settled. */
  handover: Note | null;
  /** Names of everybody that this names by id. */
  names: Record<string, string>;
};

export type NeighbourWire = { id: string; slug: string; headline: string };

/** A published or retracted update, as it stands, with its body as the reader's page shows it; that of a retracted one is empty. */
export type UpdateWire = Update & {
  html: string;
  corrections: Correction[];
  url: string;
  /** Names of who wrote its draft and who published it; null where it was none of the desk's. */
  writtenBy: string | null;
  publishedBy: string | null;
  /** When it was written, where it was pasted from a post that says so; `at` is when readers had it. */
  writtenAt: string | null;
};

/**
 * `POST /drafts`: a new one, or the one of this id that is there already (a retry changes nothing). 201 when it was made now.
 * A second `top` of a story, or `edit` over an update, answers the one that is open.
 */
export type NewDraftWire = {
  /** A UUIDv7, chosen by the console. */
  id: string;
  /** For the `top` of a story that is still to be opened a new one, chosen like `id`. */
  storyId: string;
  kind: DraftKind;
  /** What an `edit` is over. */
  updateId?: string | null;
  /** A Yjs update in base64, at most 1 MB of bytes, as the console holds the words. Left out: as the published words stand. */
  state?: string;
  /** With `state`, of an `edit` or of a published story's `top`: the published version those words were begun from. */
  baseVersion?: number;
  /** What is to become of it in the same request: what was filed in a tunnel goes out at once where its writer may publish. */
  then?: 'keep' | 'file' | 'publish';
  /** How an `edit` is to go out, with `then: 'publish'`; left out: as an edit. */
  how?: PublishAs;
  /** By the writer's own clock. */
  filedAt?: string;
};

/**
 * `published` where it went out. `refused` where it was to and could not: the draft is kept, filed, and this problem tells why
 * (`not-allowed` and `four-eyes` among them: then somebody else will publish it).
 */
export type MadeDraftWire = {
  draft: Draft;
  published: PublishedWire | null;
  refused: RefusedWire | null;
};

/** A problem (RFC 9457), where it does not answer the whole request. `name` is the fragment of its `type`. */
export type RefusedWire = {
  name: string;
  status: number;
  detail: string;
  errors?: FieldError[];
  current?: number;
  /** Of `embargoed`: before when it must not go out, and the server's clock. */
  until?: string;
  now?: string;
  moved?: DraftMovedWire;
};

/** `GET /drafts?storyId=&updateId=&status=&kind=&by=&limit=`: the last changed first; `status` and `kind` may be given several, by commas. */
export type DraftListWire = { drafts: Draft[] };

/**
 * Acts on a draft name the `version` they were decided on (in the body; in the query of a DELETE), answer the draft as it stands
 * then, and `draft-moved` (409) where it moved on:
 * - `POST /drafts/:draftId/filing` (`FilingWire`), `DELETE …/filing?version=`: file it, take it back;
 * - `PUT /drafts/:draftId/schedule` (`ScheduleWire`), `DELETE …/schedule?version=`;
 * - `PUT /drafts/:draftId/embargo` (`EmbargoWire`), `DELETE …/embargo?version=`: lifts it, which is logged as an act of its own;
 * - `PUT /drafts/:draftId/trash` (`VersionWire`), `DELETE …/trash?version=`: into the trash, and back;
 * - `PUT /drafts/:draftId/base` (`BaseWire`): its writer has taken in what was published since it was begun.
 * Faults of words (`invalid`, 422) point to the draft's parts: `/title`, `/dek`, `/body/content/0/…`, `/summary/2/text`, `/photo/alt`,
 * `/author`, `/how/was`.
 */
export type VersionWire = { version: number };
export type FilingWire = VersionWire & { filedAt?: string };
/** `how` of an `edit` or a `top`: what it goes out as; left out: as an edit. */
export type ScheduleWire = VersionWire & { publishAt: string; how?: PublishAs };
export type EmbargoWire = VersionWire & { until: string };
export type BaseWire = VersionWire & { baseVersion: number };

/** `POST /drafts/:draftId/words`: words written without a network, into a draft that is here; answers it as it stands with them. */
export type WordsWire = { state: string };

/**
 * `GET /drafts/:draftId/versions`: the last first, without their words; `GET /drafts/:draftId/versions/:versionId` has one whole.
 * `POST /drafts/:draftId/versions` keeps the draft as it stands and answers that version: to be asked before one is brought
 * back, which the console does in the draft itself (`shared/bring-back.ts`).
 */
export type DraftVersionsWire = { versions: Omit<DraftVersion, 'content'>[] };

/**
 * `POST /drafts/:draftId/publication`. `version` is the draft's as it was seen; a retry answers the same.
 * `stale-version` (412): what is published moved past the draft's `baseVersion`; take it in, then `PUT …/base`.
 */
export type PublicationWire = { version: number; how?: PublishAs };
export type PublishedWire = {
  draft: Draft;
  storyId: string;
  slug: string;
  /** Of the event that told it, the last one where there were several. */
  seq: number;
  updateId: string | null;
  url: string;
};

/** `POST /stories/:storyId/opening`: opens it with its top draft, and these in order, in one commit; those with an `at` as of then. */
export type OpeningWire = { version: number; draftIds: string[] };
export type OpenedWire = PublishedWire & { drafts: Draft[] };

/** `POST /drafts/acts`: one act on many, each as far as it goes. */
export type DraftActsWire = {
  act: 'file' | 'trash' | 'restore' | 'publish';
  drafts: { id: string; version: number }[];
};
export type DraftActsDoneWire = {
  results: {
    id: string;
    draft: Draft | null;
    published: PublishedWire | null;
    refused: RefusedWire | null;
  }[];
};

/** What `draft-moved` (409) tells as the problem's member `moved`: how the draft stands now, and the name of who moved it. */
export type DraftMovedWire = { draft: Draft | null; by: string | null };

/**
 * What is done to what is published; each answers a `DoneWire`, and is guarded where a `version` is given
 * (in the body; in the query of a DELETE): of the update, of the story.
 * - `POST /updates/:updateId/retraction` (`RetractionWire`), answers `RetractedWire`;
 * - `PUT|DELETE /updates/:updateId/pin`, `PUT|DELETE /updates/:updateId/key-event` (no body);
 * - `PUT /stories/:storyId/state` (`StateWire`), `PUT …/slug` (`SlugWire`), `PATCH …/details` (`DetailsWire`);
 * - `POST /stories/:storyId/next-day` (`NextDayWire`), answers `NextDayDoneWire`.
 */
export type DoneWire = {
  storyId: string;
  slug: string;
  /** Head of the story's log. */
  seq: number;
  /** Of the story. */
  version: number;
  url: string;
};
export type RetractionWire = { reason: string; version?: number };
/** `resting`: lines of "the story so far" that rest on what was taken back; until they are rewritten no top goes out. */
export type RetractedWire = DoneWire & { resting: { line: number; text: string }[] };
/** `until` goes with `paused` alone: when it is to go on. */
export type StateWire = { state: StoryState; until?: string | null; version?: number };
export type SlugWire = { slug: string; version?: number };
/** What is left out stays. */
export type DetailsWire = {
  zone?: string;
  placeZone?: string | null;
  section?: string | null;
  lang?: string;
  version?: number;
};
/** Ends a story and opens the next in one commit. `storyId` is chosen by the console: a retry changes nothing. */
export type NextDayWire = { storyId: string; headline: string; dek?: string | null; version?: number };
/** `DoneWire` of the new story; `former` of the one that ended. */
export type NextDayDoneWire = DoneWire & { former: DoneWire };

/**
 * `GET /drafts/:draftId/preview` is the reader's page as it would be if the draft went out now: HTML, for a frame of the console's.
 * Where there is none, what stands in its place says why; asked for as anything but HTML it is a problem.
 */

/**
 * What the desk's stream (`GET /desk/api/live`, server-sent events) tells; the console asks anew for what it shows of it.
 * Each is the `data` of a message without a name (`onmessage`). After each `hello` the console asks for everything anew.
 */
export type DeskEvent =
  | { event: 'hello'; now: string; position: number }
  /** Every 15 s: the line is alive. */
  | { event: 'beat'; now: string }
  /** Something may not have been told: ask for everything anew. */
  | { event: 'missed' }
  /** The session is over; the stream ends with it. */
  | { event: 'signed-out' }
  | { event: 'draft'; draftId: string; storyId: string }
  | { event: 'story'; storyId: string; seq: number }
  | { event: 'site'; seq: number }
  | { event: 'notes'; storyId: string; noteId: string; mentions: string[] }
  | { event: 'people' }
  | { event: 'presence'; here: Presence[] }
  /** Open pages of readers by story, how many of them have its last event, and how many hold no stream: those are estimated. */
  | { event: 'readers'; stories: Record<string, ReadersWire>; front: number };

export type ReadersWire = { open: number; upToDate: number; asking: number };

/** Somebody who has the desk open, and where. */
export type Presence = { personId: string; name: string; storyId: string | null; draftId: string | null };

/** What is said to other threads and nodes under the bus's topic `desk`. */
export { DESK_TOPIC } from '../../domain/desk/topic.ts';

/** `POST /stories/:storyId/marks`: what the desk notices in words that are being written. */
export type MarksAsked = {
  /** The draft the words are of, so that an edit is not held against the update it is over. */
  draftId?: string;
  content: Pick<DraftContent, 'title' | 'body'> & { top?: Pick<TopFields, 'dek' | 'summary'> | null };
};
export type MarksWire = { marks: DeskMark[] };

/** `POST /stories/:storyId/pastes`: one of both. Nothing is written by it. */
export type PasteAsked = {
  text?: string;
  html?: string;
  /** IANA name of the zone its clocks are read in; left out: as the post says, else the story's. */
  zone?: string;
  /** `YYYY-MM-DD`, the day it was published, where the post does not say. */
  date?: string;
};

/** An update that was read in what was pasted, oldest first. */
export type PastedUpdate = {
  /** Null where the post does not say when for sure: then a warning tells why. */
  at: string | null;
  /** The words that begin it in the post ("Update, 1:30 a.m. ET:"); empty: none. */
  written: string;
  title: string;
  body: DocumentJSON;
  author: string;
};

/** What was read in it, to look at before anything is taken. */
export type PasteWire = {
  /** `flash`: a few lines of a wire, one update. */
  kind: 'post' | 'flash';
  updates: PastedUpdate[];
  /** What stands above the updates of a whole post; null where there is none of it. */
  top: (Pick<TopFields, 'dek' | 'byline' | 'credit'> & { headline: string; lead: DocumentJSON }) | null;
  publishedAt: string | null;
  zone: string;
  /** Who is quoted in it. */
  statements: { speaker: string; role: string | null; outlet: string | null; text: string }[];
  corrections: { at: string | null; text: string }[];
  /** Lines that belong to the page and not to the post. */
  dropped: string[];
  warnings: string[];
};

/** `POST /stories/:storyId/pastes/acceptance`: those taken, one by one or all; each becomes a draft, once. */
export type AcceptanceAsked = {
  /** `id` is chosen by the console and becomes the draft's: a retry changes nothing. */
  items: (Omit<PastedUpdate, 'written'> & { id: string })[];
};
export type AcceptanceWire = { drafts: Draft[] };

/** `GET /names?kind=&q=&story=`: names used before, this story's first. */
export type NameKind = 'speaker' | 'outlet' | 'role' | 'author';
export type NamesWire = {
  names: {
    name: string;
    /** Of a speaker: what they were last said to be, and where they were last quoted. */
    role: string | null;
    outlet: string | null;
    /** Whether it was used in this story. */
    here: boolean;
  }[];
};

/** A picture as the desk has it. `POST /media` (a form: `file`, `alt`, `caption`, `credit`) answers 201, or 200 with the one there is. */
export type MediaWire = Omit<Media, 'renditions' | 'handling'> &
  Handling & {
    /** What documents name it by: `/media/<id>`. */
    src: string;
    /** Nobody but the newsroom has been shown it yet: its public address is none until words that bear it are published. */
    held: boolean;
    /** Who took it in; null where it did not come by the desk. */
    takenInBy: string | null;
    /** Of the picture as it is shown: cropped, in px. */
    shown: { width: number; height: number };
    /** For the desk's own pages: `/desk/api/media/<id>/<file>`, smallest first. */
    renditions: { url: string; type: string; width: number; height: number }[];
  };

/** `PATCH /media/:mediaId`: what is left out stays. */
export type MediaPatch = Partial<MediaDetails & Handling>;

/** `GET /media?cursor=&q=`: the last taken in first, those held among them. */
export type MediaListWire = { items: MediaWire[]; next: string | null };

import type { DocumentJSON } from './document.ts';
import type { PlainPage, Site } from './site.ts';
import type { LinkedStory, StoryState, Top } from './story.ts';
import type { Handling, MediaDetails, MediaFacts, Rendition } from './media.ts';
import type { Instant } from './time.ts';

/** The words of an update, as an editor writes them. */
export type Words = { title: string | null; body: DocumentJSON };

export type Details = { lang: string; zone: string; placeZone: string | null; section: string | null };

/**
 * What can happen to a story, and to the site. Each carries all that is needed to fold it into the rows,
 * so that the past can be read from the log alone.
 */
export type Happening =
  /** `previousId`: the story it goes on with, as its next day. `sample`: the newsroom’s own example, opened with it. */
  | ({ kind: 'open'; slug: string; top: Top; previousId?: string; sample?: true } & Details)
  | { kind: 'top'; top: Top }
  | ({ kind: 'details' } & Details)
  | { kind: 'slug'; slug: string }
  /** `nextId`: the story that goes on where this one ended. */
  | { kind: 'state'; state: StoryState; until: Instant | null; nextId?: string }
  | ({
      kind: 'post';
      updateId: string;
      timeKnown: boolean;
      author: string | null;
      keyEvent: boolean;
      analysis: boolean;
    } & Words)
  | ({ kind: 'small-edit' | 'edit'; updateId: string; author: string | null; analysis: boolean } & Words)
  | ({
      kind: 'correction';
      updateId: string;
      correctionId: string;
      was: string;
      is: string;
      note: string | null;
    } & Words)
  | { kind: 'story-correction'; correctionId: string; was: string | null; is: string; note: string | null }
  | { kind: 'retraction'; updateId: string; reason: string }
  | { kind: 'pin' | 'unpin'; updateId: string }
  /** Into the trash, where readers find it no more, and back: of the sample alone. */
  | { kind: 'discard' | 'restore' }
  | { kind: 'key-event'; updateId: string; marked: boolean }
  /** Which story it translates, and which event of it it stands for; null: it is no translation any more. */
  | { kind: 'translation'; of: string | null; sourceSeq: number | null }
  /** Its original was corrected, by that event, since the translation was made. */
  | { kind: 'translation-stale'; sourceSeq: number; correctedAt: Instant }
  /** In which other stories the same can be read in other languages, from now on. */
  | { kind: 'translations'; others: LinkedStory[] }
  | { kind: 'author'; slug: string; name: string; role: string | null; bio: string | null }
  /** The settings whole; a log may begin with events that had no more than the name. */
  | ({ kind: 'site' } & Pick<Site, 'name'> & Partial<Site>)
  | ({ kind: 'page' } & Omit<PlainPage, 'version' | 'changedAt'>)
  | { kind: 'page-removed'; slug: string }
  /** `handling` is left out where the desk did nothing with it, as in every log from before there was a desk. */
  | ({ kind: 'media'; mediaId: string; renditions: Rendition[]; handling?: Handling } & MediaFacts &
      MediaDetails)
  | { kind: 'renditions'; mediaId: string; renditions: Rendition[] }
  /** `renditions`: what was made so far of another crop than before. */
  | ({
      kind: 'media-details';
      mediaId: string;
      handling?: Handling;
      renditions?: Rendition[];
    } & MediaDetails);

export type Kind = Happening['kind'];

/** What happens to the site, not to a story. */
export type OfSite = Extract<Happening, { kind: (typeof SITE_KINDS)[number] }>;
const SITE_KINDS = [
  'author',
  'site',
  'page',
  'page-removed',
  'media',
  'renditions',
  'media-details',
] as const satisfies Kind[];

export function isOfSite(happening: Happening): happening is OfSite {
  return SITE_KINDS.some((kind) => kind === happening.kind);
}

/** A happening with its log and its two clocks: when it took effect for readers, and when it was written. */
export type NewEvent = { storyId: string; at: Instant; recordedAt: Instant; happening: Happening };

/** An event at its place in its story's log. */
export type SequencedEvent = NewEvent & { seq: number };

/** An event as storage holds it. `payload` and `salt` are null once erased by law; the chain stays whole. */
export type LoggedEvent = {
  storyId: string;
  seq: number;
  /** Place in the one order of all logs, 1, 2, 3 … without holes. */
  position: number;
  at: Instant;
  recordedAt: Instant;
  kind: Kind;
  updateId: string | null;
  payload: string | null;
  salt: string | null;
  payloadHash: string;
  hash: string;
};

/** What an event did, without its words: enough to frame it for a stream. */
export type EventMark = Pick<LoggedEvent, 'storyId' | 'seq' | 'position' | 'at' | 'kind' | 'updateId'>;

/** The update an event touches, if it touches one. */
export function updateIdOf(happening: Happening): string | null {
  return 'updateId' in happening ? happening.updateId : null;
}

/** The picture an event touches, if it touches one. */
export function mediaIdOf(happening: Happening): string | null {
  return 'mediaId' in happening ? happening.mediaId : null;
}

/** The happening as it is hashed and kept: its kind stands beside the payload, not in it. */
export function payloadOf(happening: Happening): string {
  const { kind: _, ...rest } = happening;
  return JSON.stringify(rest);
}

/** Reads a logged event back; null where its words were erased. */
export function happeningOf(event: Pick<LoggedEvent, 'kind' | 'payload'>): Happening | null {
  if (event.payload === null) return null;
  return { kind: event.kind, ...(JSON.parse(event.payload) as object) } as Happening;
}

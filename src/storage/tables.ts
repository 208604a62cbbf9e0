import type { Author } from '../domain/author.ts';
import type { Draft, DraftVersion } from '../domain/desk/draft.ts';
import type { Note } from '../domain/desk/note.ts';
import type { Person, StoryGrant } from '../domain/desk/people.ts';
import type { DeskSession, OnceLink, Passkey } from '../domain/desk/sign-in.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { PlainPage, SiteAtVersion } from '../domain/site.ts';
import { slugOf } from '../domain/slug.ts';
import type { Media } from '../domain/media.ts';
import type { Story, TopVersion } from '../domain/story.ts';
import type { Correction, Update } from '../domain/update.ts';
import { codec, type Codec, type RowOf } from './rows.ts';
import type { Activity, Answer } from './storage.ts';
import type { Token } from './stores.ts';

const ownStoryCodec = codec<Story, 'top', 'sample'>({ json: ['top'], flags: ['sample'] });

type StoryRow = RowOf<Story, 'top', 'sample'> & { section_slug: string | null };

/** Beside what the story is stands the address of its section, by which its stories are found. */
export const storyCodec: Codec<Story, StoryRow> = {
  toRow: (story) => ({ ...ownStoryCodec.toRow(story), section_slug: sectionSlug(story.section) }),
  fromRow(row) {
    const { section_slug: _, ...own } = row;
    return ownStoryCodec.fromRow(own);
  },
};

const sectionSlug = (section: unknown): string | null =>
  typeof section === 'string' ? slugOf(section) : null;

export const updateCodec = codec<Update, 'body', 'timeKnown' | 'keyEvent' | 'analysis'>({
  json: ['body'],
  flags: ['timeKnown', 'keyEvent', 'analysis'],
});
export const topCodec = codec<TopVersion, 'top'>({ json: ['top'] });
export const eventCodec = codec<LoggedEvent>();
export const siteCodec = codec<SiteAtVersion, 'colours' | 'navigation', 'fourEyes'>({
  json: ['colours', 'navigation'],
  flags: ['fourEyes'],
});
export const pageCodec = codec<PlainPage, 'body', 'inFooter'>({ json: ['body'], flags: ['inFooter'] });
export const authorCodec = codec<Author>();
export const mediaCodec = codec<Media, 'offered' | 'renditions' | 'handling', 'ready'>({
  json: ['offered', 'renditions', 'handling'],
  flags: ['ready'],
});
export const correctionCodec = codec<Correction>();
export const tokenCodec = codec<Token>();
export const personCodec = codec<Person>();
export const sessionCodec = codec<DeskSession>();
export const passkeyCodec = codec<Passkey, 'transports'>({ json: ['transports'] });
export const linkCodec = codec<OnceLink, 'extra'>({ json: ['extra'] });

const asFlag = (given: boolean | null): number | null => (given === null ? null : Number(given));
const ofFlag = (kept: number | null): boolean | null => (kept === null ? null : kept === 1);

type GrantRow = { story_id: string; person_id: string; may_write: number | null; may_publish: number | null };

/** Given, taken, or left to the role: three values in each. */
export const grantCodec: Codec<StoryGrant, GrantRow> = {
  toRow: ({ storyId, personId, write, publish }) => ({
    story_id: storyId,
    person_id: personId,
    may_write: asFlag(write),
    may_publish: asFlag(publish),
  }),
  fromRow: (row) => ({
    storyId: row.story_id,
    personId: row.person_id,
    write: ofFlag(row.may_write),
    publish: ofFlag(row.may_publish),
  }),
};
export const answerCodec = codec<Answer, 'headers'>({ json: ['headers'] });
export const activityCodec = codec<Activity, 'detail'>({ json: ['detail'] });
export const draftCodec = codec<Draft, 'content' | 'publishHow', 'late'>({
  json: ['content', 'publishHow'],
  flags: ['late'],
});

type StoredVersion = Omit<DraftVersion, 'by'> & { byIds: string[] };
const storedVersionCodec = codec<StoredVersion, 'content' | 'byIds'>({ json: ['content', 'byIds'] });
export const draftVersionCodec: Codec<DraftVersion, RowOf<StoredVersion, 'content' | 'byIds'>> = {
  toRow: ({ by, ...version }) => storedVersionCodec.toRow({ ...version, byIds: by }),
  fromRow(row) {
    const { byIds: by, ...version } = storedVersionCodec.fromRow(row);
    return { ...version, by };
  },
};

type StoredNote = Omit<Note, 'by'> & { byId: string };
const storedNoteCodec = codec<StoredNote, 'mentions'>({ json: ['mentions'] });
export const noteCodec: Codec<Note, RowOf<StoredNote, 'mentions'>> = {
  toRow: ({ by, ...note }) => storedNoteCodec.toRow({ ...note, byId: by }),
  fromRow(row) {
    const { byId: by, ...note } = storedNoteCodec.fromRow(row);
    return { ...note, by };
  },
};

export type StoredHeldMedia = {
  id: string;
  digest: string;
  media: Media;
  words: string;
  takenInBy: string;
  at: string;
  version: number;
  ready: boolean;
  publishedAt: string | null;
};
export const heldMediaCodec = codec<StoredHeldMedia, 'media', 'ready'>({ json: ['media'], flags: ['ready'] });

type Row<C> =
  C extends Codec<never, infer R> ? R : C extends { toRow: (value: never) => infer R } ? R : never;

/** The tables as `migrations/` makes them, alike in both engines. */
export type Tables = {
  logs: { story_id: string; seq: number; hash: string; last_at: string };
  events: Row<typeof eventCodec>;
  stories: Row<typeof storyCodec>;
  slugs: { slug: string; story_id: string };
  tops: Row<typeof topCodec>;
  updates: Row<typeof updateCodec>;
  corrections: Row<typeof correctionCodec>;
  authors: Row<typeof authorCodec>;
  /** Who is named in the byline in force. */
  bylines: { name: string; story_id: string; opened_at: string };
  site: { id: string } & Row<typeof siteCodec>;
  pages: Row<typeof pageCodec>;
  media: Row<typeof mediaCodec>;
  activity: Row<typeof activityCodec>;
  tokens: Row<typeof tokenCodec>;
  users: Row<typeof personCodec> & {
    password: string | null;
    password_changed_at: string | null;
    totp_secret: string | null;
    totp_step: number | null;
  };
  sessions: Row<typeof sessionCodec>;
  recovery_codes: { person_id: string; hash: string; used_at: string | null };
  passkeys: Row<typeof passkeyCodec>;
  sso_identities: { issuer: string; subject: string; person_id: string; created_at: string };
  once_links: Row<typeof linkCodec>;
  story_grants: GrantRow;
  sign_in_attempts: { key: string; failures: number; failed_at: string };
  answers: Row<typeof answerCodec>;
  imports: { digest: string; story_id: string; at: string };
  update_outlets: { story_id: string; outlet_key: string; outlet: string; update_id: string; seq: number };
  story_names: { story_id: string; kind: string; key: string; name: string; updates: number };
  findable: { place: number; story_id: string; seq: number; update_id: string | null };
  /** Written and asked by the engine's `WordIndex` alone. */
  findable_words: object;
  to_be_found: { story_id: string; seq: number };
  drafts: Row<typeof draftCodec>;
  draft_log: { draft_id: string; seq: number; at: string; by_id: string; data: Uint8Array };
  draft_heads: { draft_id: string; seq: number; snapshot_seq: number; snapshot: Uint8Array | null };
  draft_versions: Row<typeof draftVersionCodec>;
  notes: Row<typeof noteCodec>;
  mentions: { person_id: string; note_id: string; at: string; read_at: string | null };
  held_media: Row<typeof heldMediaCodec>;
  test_clock: { id: number; now: string; set_at: string; running: number };
};

import { storyPath, updatePath } from '../../domain/addresses.ts';
import type { Author } from '../../domain/author.ts';
import type { StoryState, TopVersion } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { Correction, Update, UpdateStatus } from '../../domain/update.ts';
import { documentText } from '../../render/document-text.ts';
import { renderDocument } from '../../render/document.ts';
import { viewOf, type StoryView } from '../../render/view.ts';
import { photoJson, type PhotoJson } from './media-json.ts';
import type { Snapshot } from '../../storage/storage.ts';

export const storyJsonPath = (slug: string): string => `${storyPath(slug)}.json`;
export const STORY_JSON_TYPE = 'application/json; charset=utf-8';

/** A story without its updates. */
export type StoryHeadJson = {
  id: string;
  slug: string;
  url: string;
  /** Of the last event: whoever has this number has all that happened until then. */
  seq: number;
  state: StoryState;
  pausedUntil: Instant | null;
  endedAt: Instant | null;
  headline: string;
  /** Every headline it ever had, oldest first, each with when it was put up. */
  headlines: { headline: string; at: Instant }[];
  dek: string | null;
  lead: { html: string; text: string };
  byline: string[];
  credit: string | null;
  /** The lead picture. */
  photo: PhotoJson | null;
  /** `text` is withheld where the update it rests on was retracted. */
  summary: { text: string | null; updateId: string | null; retracted: boolean }[];
  /** The pinned update's id. */
  pinned: string | null;
  section: string | null;
  lang: string;
  zone: string;
  placeZone: string | null;
  openedAt: Instant;
  updatedAt: Instant;
  topWrittenAt: Instant;
  /** Updates that stand. */
  updateCount: number;
  /** Address of the story it translates, where that one is here. */
  translationOf: string | null;
  /** When the original was last corrected since this translation was made or checked. */
  sourceCorrectedAt: Instant | null;
  /** The same in other languages, the original first. */
  translations: { lang: string; slug: string; url: string; stale: boolean }[];
  /** Of the top; an update's stand with it. */
  corrections: CorrectionJson[];
  /** Who the names in bylines belong to, as far as recorded. */
  authors: Author[];
};

/** One update. A retracted one is its stub: no words, but the reason. */
export type UpdateJson = {
  id: string;
  url: string;
  seq: number;
  at: Instant;
  timeKnown: boolean;
  version: number;
  title: string | null;
  html: string | null;
  text: string | null;
  author: string | null;
  keyEvent: boolean;
  analysis: boolean;
  status: UpdateStatus;
  editedAt: Instant | null;
  retractedAt: Instant | null;
  retractionReason: string | null;
  corrections: CorrectionJson[];
};

export type CorrectionJson = Pick<Correction, 'id' | 'at' | 'was' | 'is' | 'note'>;

/** The whole story: `/stories/:slug.json`. Updates are oldest first. */
export type StoryJson = StoryHeadJson & { updates: UpdateJson[] };

/** Takes a snapshot of all updates, oldest first, and every version of the top; `baseUrl` goes before addresses. */
export function storyJson(snapshot: Snapshot, tops: TopVersion[], baseUrl: string): StoryJson {
  const corrections = Map.groupBy(snapshot.corrections, ({ updateId }) => updateId);
  const view = viewOf(snapshot);
  return {
    ...storyHeadJson(snapshot, tops, baseUrl),
    updates: snapshot.updates.map((update) =>
      updateJson(view, update, corrections.get(update.id) ?? [], baseUrl),
    ),
  };
}

/** The story without its updates. */
export function storyHeadJson(snapshot: Snapshot, tops: TopVersion[], baseUrl: string): StoryHeadJson {
  const view = viewOf(snapshot);
  const { story, seq } = view;
  const { id, slug, state, pausedUntil, endedAt, section, lang, zone, placeZone } = story;
  const { openedAt, updatedAt, topWrittenAt, updateCount } = story;
  const { headline, dek, byline, credit, photo } = story.top;
  return {
    id,
    slug,
    url: baseUrl + storyPath(slug),
    seq,
    state,
    pausedUntil,
    endedAt,
    headline,
    headlines: headlinesOf(tops),
    dek,
    lead: { html: renderDocument(view, story.top.lead).toString(), text: documentText(story.top.lead) },
    byline,
    credit,
    photo: photoJson(photo, snapshot.media, baseUrl),
    summary: summaryOf(snapshot),
    pinned: story.pinnedId,
    section,
    lang,
    zone,
    placeZone,
    openedAt,
    updatedAt,
    topWrittenAt,
    updateCount,
    ...translationsOf(snapshot, baseUrl),
    corrections: snapshot.corrections.filter(({ updateId }) => updateId === null).map(correctionJson),
    authors: snapshot.authors,
  };
}

/** One update with its corrections, at its story's address. */
export function updateJson(
  view: Pick<StoryView, 'story' | 'language'>,
  update: Update,
  corrections: Correction[],
  baseUrl: string,
): UpdateJson {
  const { id, seq, at, timeKnown, version, author, keyEvent, analysis, status } = update;
  const { editedAt, retractedAt, retractionReason } = update;
  const stands = status !== 'retracted';
  return {
    id,
    url: baseUrl + updatePath(view.story.slug, id),
    seq,
    at,
    timeKnown,
    version,
    title: stands ? update.title : null,
    html: stands ? renderDocument(view, update.body).toString() : null,
    text: stands ? documentText(update.body) : null,
    author,
    keyEvent,
    analysis,
    status,
    editedAt,
    retractedAt,
    retractionReason,
    corrections: stands ? corrections.map(correctionJson) : [],
  };
}

const correctionJson = ({ id, at, was, is, note }: Correction): CorrectionJson => ({ id, at, was, is, note });

function headlinesOf(tops: TopVersion[]): StoryHeadJson['headlines'] {
  return tops
    .filter(({ top }, index) => top.headline !== tops[index - 1]?.top.headline)
    .map(({ top, at }) => ({ headline: top.headline, at }));
}

function translationsOf({ story, translations }: Snapshot, baseUrl: string) {
  const original = story.translationOf === null ? undefined : translations.find((each) => each.original);
  return {
    translationOf: original?.slug ?? null,
    sourceCorrectedAt: story.sourceCorrectedAt,
    translations: translations.map(({ lang, slug, stale }) => ({
      lang,
      slug,
      url: baseUrl + storyPath(slug),
      stale,
    })),
  };
}

function summaryOf({ story, summarised }: Snapshot): StoryHeadJson['summary'] {
  const gone = new Set(summarised.filter(({ status }) => status === 'retracted').map(({ id }) => id));
  return story.top.summary.map(({ text, updateId }) => {
    const retracted = updateId !== null && gone.has(updateId);
    return { text: retracted ? null : text, updateId, retracted };
  });
}

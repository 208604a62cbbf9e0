import { storyPath, updatePath } from '../../domain/addresses.ts';
import type { Author } from '../../domain/author.ts';
import { isEmptyDocument } from '../../domain/document.ts';
import { ownPictures } from '../../domain/document.ts';
import type { Media } from '../../domain/media.ts';
import type { Site } from '../../domain/site.ts';
import { documentText } from '../../render/document-text.ts';
import { renderDocument } from '../../render/document.ts';
import { firstWords, nameOf } from '../../render/first-words.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { languageFor } from '../../render/language.ts';
import { renderPhoto } from '../../render/photo.ts';
import { photoCredit } from '../../render/picture.ts';
import { renderTime } from '../../render/time.ts';
import { renderWords, type UpdateView } from '../../render/update.ts';
import type { FrontCard } from '../../storage/storage.ts';
import type { Entry, Feed } from '../formats/feed.ts';
import { absolute } from './absolute.ts';
import { authorOf, lastChanged, nameFor, SUMMARY } from './story-feed.ts';

/** Stories in the feed of a site, a section or an author. */
export const STORIES_ENTRIES = 50;

/** What a feed of stories is of. `path` is of the page it belongs to. */
export type Listing = {
  path: string;
  title: string;
  description: string | null;
  site: Site;
  cards: FrontCard[];
  /** Who the names in bylines belong to, as far as recorded. */
  authors: Author[];
  /** The pictures of ours that stand in what is told. */
  media: Media[];
};

/** Ids of the pictures that the entries of these stories show. */
export function picturesOf(cards: FrontCard[]): string[] {
  const ids = cards.flatMap(({ story, latest }) => {
    const { lead, photo } = story.top;
    const standing = [lead, ...(latest ? [latest.body] : [])].flatMap((body) => ownPictures(body));
    return [...(photo ? [photo.mediaId] : []), ...standing.map(({ mediaId }) => mediaId)];
  });
  return [...new Set(ids)];
}

/** Before anything was published. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The feed of many stories: each with its opening and its latest update. */
export function storiesFeed(listing: Listing, baseUrl: string): Feed {
  const { path, title, description, site, cards } = listing;
  const url = baseUrl + path;
  const entries = cards.map((card) => storyEntry(listing, card, baseUrl)).toSorted(lastChanged);
  return {
    id: url,
    title,
    description: description ?? title,
    lang: site.lang,
    url,
    self: `${path === '/' ? baseUrl : url}/feed`,
    publisher: { name: site.name, url: `${baseUrl}/` },
    updated: entries[0]?.updated ?? NEVER,
    entries: entries.slice(0, STORIES_ENTRIES),
  };
}

function storyEntry({ site, authors, media }: Listing, card: FrontCard, baseUrl: string): Entry {
  const { story } = card;
  const { headline, dek, lead, byline } = story.top;
  const view = { story, language: languageFor({ site, story }), authors, media, corrections: [] };
  return {
    id: nameFor(story.id),
    url: baseUrl + storyPath(story.slug),
    title: headline,
    lang: story.lang,
    html: absolute(contentOf(view, card), baseUrl),
    summary: dek ?? firstWords(documentText(lead), SUMMARY),
    published: story.openedAt,
    updated: story.updatedAt,
    authors: byline.map((name) => authorOf({ authors }, name, baseUrl)),
    category: story.section,
  };
}

function contentOf(view: UpdateView, { story, latest }: FrontCard): Html {
  const { dek, lead, credit } = story.top;
  const photo = renderPhoto(view);
  return html`${[
    photo,
    dek !== null && html`<p dir="auto"><strong>${dek}</strong></p>`,
    !isEmptyDocument(lead) && renderDocument(view, lead),
    photo === null &&
      credit !== null &&
      html`<p dir="auto"><small>${photoCredit(view.language, credit)}</small></p>`,
    latest && renderLatest(view, latest),
  ]}`;
}

function renderLatest(view: UpdateView, latest: NonNullable<FrontCard['latest']>): Html {
  const { story, language } = view;
  const time = latest.timeKnown && html` ${renderTime(view, latest.at)}`;
  const title = latest.title === null ? null : html` ${nameOf(latest)}`;
  const link = html`<a href="${updatePath(story.slug, latest.id)}">${language.say('dates.latest')}${time}</a>${title}`;
  return html`<h3 dir="auto">${link}</h3>${renderWords(view, { ...latest, title: null })}`;
}

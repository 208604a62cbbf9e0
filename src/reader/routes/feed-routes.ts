import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorPath, feedPath, sectionPath, storyPath } from '../../domain/addresses.ts';
import {
  picturesOf,
  storiesFeed,
  STORIES_ENTRIES,
  type Listing,
} from '../../distribution/feeds/stories-feed.ts';
import { storyFeed, STORY_ENTRIES } from '../../distribution/feeds/story-feed.ts';
import {
  FEED_EXTENSIONS,
  FEED_FORMATS,
  type Feed,
  type FeedFormat,
} from '../../distribution/formats/feed.ts';
import { languageFor } from '../../render/language.ts';
import { viewOf } from '../../render/view.ts';
import type { FrontCard, Storage } from '../../storage/storage.ts';
import { finish } from '../../web/serving/finished.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import type { Room } from '../room.ts';
import { leadOn, send } from '../../web/serving/send.ts';
import { storyAt } from './story-at.ts';

type Named = FastifyRequest<{ Params: { slug: string } }>;
type Asked = FastifyRequest<{ Params: { slug?: string } }>;

/** A listing, once it is asked for; null where there is nothing of that name. */
type Read = (storage: Storage, slug: string) => Promise<Omit<Listing, 'authors' | 'media'> | null>;

/** Feeds of the site, of each story, section and author, in every format. */
export function feedRoutes(server: FastifyInstance, room: Room): void {
  for (const format of FEED_EXTENSIONS) {
    storyFeedRoute(server, room, format);
    listingRoute(server, room, format, { page: '/', missing: 'page', read: siteListing });
    listingRoute(server, room, format, { page: '/sections/:slug', missing: 'section', read: sectionListing });
    listingRoute(server, room, format, { page: '/authors/:slug', missing: 'author', read: authorListing });
  }
}

function storyFeedRoute(server: FastifyInstance, room: Room, format: FeedFormat): void {
  const { storage, cache, baseUrl } = room;
  server.get(feedPath('/stories/:slug', format), async (request: Named, reply) => {
    const { slug } = request.params;
    const key = feedPath(storyPath(slug), format);
    const found = await cache.orHeld(key, () => storyAt(storage, slug));
    if (!found) return notFoundAnswer(room, request, reply, 'story');
    if ('held' in found) return send(request, reply, found.held);
    const { story, seq, siteSeq } = found;
    if (story.slug !== slug) return leadOn(reply, feedPath(storyPath(story.slug), format));
    const version = `${seq}.${siteSeq}`;
    const finished = await cache.page(key, version, async () => {
      const ids = await storage.lastChanged(story.id, STORY_ENTRIES);
      const snapshot = await storage.snapshot(story.id, { order: 'newest', limit: 0, ids });
      if (!snapshot) throw new Error(`story ${story.id} was there a moment ago`);
      // The version was read first: should more have happened meanwhile, the next reader gets a new rendering.
      return { version, finished: written(storyFeed(viewOf(snapshot), baseUrl()), format) };
    });
    return send(request, reply, finished);
  });
}

/** A feed of stories is as fresh as the last event of any log. */
function listingRoute(
  server: FastifyInstance,
  room: Room,
  format: FeedFormat,
  { page, missing, read }: { page: string; missing: 'page' | 'section' | 'author'; read: Read },
): void {
  const { storage, cache, baseUrl } = room;
  server.get(feedPath(page, format), async (request: Asked, reply) => {
    const { slug = '' } = request.params;
    const key = feedPath(page.replace(':slug', encodeURIComponent(slug)), format);
    const found = await cache.orHeld(key, async () => {
      const position = await storage.position();
      const listing = await read(storage, slug);
      return listing && { position, listing };
    });
    if (!found) return notFoundAnswer(room, request, reply, missing);
    if ('held' in found) return send(request, reply, found.held);
    const version = `${found.position}`;
    const finished = await cache.page(key, version, async () => {
      const { listing } = found;
      const [authors, media] = await Promise.all([
        storage.authorsByName(namesOf(listing.cards)),
        storage.media(picturesOf(listing.cards)),
      ]);
      return { version, finished: written(storiesFeed({ ...listing, authors, media }, baseUrl()), format) };
    });
    return send(request, reply, finished);
  });
}

const written = (feed: Feed, format: FeedFormat) =>
  finish(FEED_FORMATS[format].type, FEED_FORMATS[format].write(feed));

const namesOf = (cards: FrontCard[]): string[] => [
  ...new Set(
    cards.flatMap(({ story, latest }) => [...story.top.byline, ...(latest?.author ? [latest.author] : [])]),
  ),
];

const siteListing: Read = async (storage) => {
  const [{ site }, { cards }] = await Promise.all([storage.site(), storage.frontPage(STORIES_ENTRIES)]);
  return { path: '/', title: site.name, description: site.tagline, site, cards };
};

const sectionListing: Read = async (storage, slug) => {
  const [{ site }, { cards }] = await Promise.all([
    storage.site(),
    storage.frontPage(STORIES_ENTRIES, { section: slug }),
  ]);
  const name = cards[0]?.story.section;
  if (!name) return null;
  return { path: sectionPath(slug), title: `${name} | ${site.name}`, description: null, site, cards };
};

const authorListing: Read = async (storage, slug) => {
  const author = await storage.author(slug);
  if (!author) return null;
  const [{ site }, { items }] = await Promise.all([
    storage.site(),
    storage.storiesByAuthor(author.name, { limit: STORIES_ENTRIES, cursor: null }),
  ]);
  const title = languageFor({ site }).say('authors.stories', { name: author.name });
  const cards = items.map(({ story, seq }) => ({ story, seq, latest: null }));
  return { path: authorPath(slug), title, description: author.bio ?? author.role, site, cards };
};

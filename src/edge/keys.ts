import { happeningOf, mediaIdOf, type EventMark, type Kind } from '../domain/event.ts';
import { SITE } from '../domain/slug.ts';
import type { Storage } from '../storage/storage.ts';

/** Under which all stands that is made of the logs: whoever is told it lets go of everything. */
export const EVERYTHING = 'site';
/** What is as fresh as the last event of any log: the front page, sections, authors, searches, maps. */
const LISTS = 'list';

// By the address, which can be read from it alone; another address of a story changes everything (`OF_ALL_PAGES`).
export const storyKey = (slug: string): string => `story-${encodeURIComponent(slug)}`;
export const mediaKey = (id: string): string => `media-${encodeURIComponent(id)}`;
export const isMediaKey = (key: string): boolean => key.startsWith('media-');

/** What moves more than the story's own pages and the lists: what other stories' pages lead on to, and where it is. */
const OF_ALL_PAGES: ReadonlySet<Kind> = new Set([
  'open',
  'top',
  'details',
  'slug',
  'state',
  'discard',
  'restore',
  'translation',
  'translation-stale',
  'translations',
  'author',
  'site',
  'page',
  'page-removed',
]);

/** What no page shows yet, or shows as well without. */
const OF_NO_PAGE: ReadonlySet<Kind> = new Set(['media', 'renditions']);

/** The keys under which stands what an event changed. */
export async function keysOfEvent(
  storage: Pick<Storage, 'findStory' | 'events'>,
  mark: EventMark,
): Promise<string[]> {
  const { kind, storyId } = mark;
  if (OF_NO_PAGE.has(kind)) return [];
  if (OF_ALL_PAGES.has(kind)) return [EVERYTHING];
  if (storyId === SITE) return [EVERYTHING, ...(await mediaOf(storage, mark))];
  const found = await storage.findStory({ id: storyId });
  return found ? [storyKey(found.story.slug), LISTS] : [EVERYTHING];
}

/** A picture that was cropped is still held as it was; what it shows may be why. */
async function mediaOf(storage: Pick<Storage, 'events'>, { seq }: EventMark): Promise<string[]> {
  const [event] = await storage.events(SITE, seq - 1, 1);
  const happening = event && happeningOf(event);
  const id = happening && mediaIdOf(happening);
  return id ? [mediaKey(id)] : [];
}

/** What stands at an address: under which keys, and whether a cache that is told may hold it longer than a second. */
export type Standing = { keys: string[]; held: boolean };

type Params = Record<string, string | undefined>;

/** Of a route by its pattern; null where nothing is to be told of it. */
export function standingAt(route: string, { slug = '', id = '' }: Params): Standing | null {
  // They are lived by: were a purge lost, readers would wait.
  if (route.endsWith('/live')) return null;
  if (route.startsWith('/stories/:slug')) {
    const held = !route.endsWith('/events.json') && !route.endsWith('/card.png');
    return { keys: [EVERYTHING, storyKey(slug)], held };
  }
  if (route.startsWith('/media/')) return { keys: [mediaKey(id)], held: false };
  return OF_LISTS.test(route) ? { keys: [EVERYTHING, LISTS], held: true } : null;
}

const OF_LISTS =
  /^\/($|feed\.|sections\/|authors\/|pages\/|search$|how-we-correct$|sitemap\.xml$|news-sitemap\.xml$)/;

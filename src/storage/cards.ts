import { sql } from 'kysely';
import type { StoryState, Top } from '../domain/story.ts';
import { lastPosition } from './commit.ts';
import { atHead, latestUpdate, site, stories } from './lookups.ts';
import { media } from './media-readings.ts';
import { all, atMost, type Plan, type Sql } from './plan.ts';
import type { FrontCard, FrontPage, RelatedStory, Section, WhichCards } from './storage.ts';

/** In which order cards stand. */
const STATES = ['live', 'paused', 'ended'] as const satisfies StoryState[];

/** The last card of a page: its state, when it was updated, its id. */
type Place = { state: number; updatedAt: string; id: string };

export function* frontPage(db: Sql, limit: number, which: WhichCards = {}): Plan<FrontPage> {
  const position = yield* lastPosition(db);
  const siteSeq = (yield* site(db)).seq;
  const place = placeOf(which.cursor ?? null);
  const found: FrontCard[] = [];
  for (const [order, state] of STATES.entries()) {
    if (order < (place?.state ?? 0)) continue;
    let query = stories(db).where('stories.state', '=', state);
    if (which.section !== undefined) query = query.where('stories.section_slug', '=', which.section);
    if (place?.state === order) {
      query = query.where((eb) =>
        eb(eb.refTuple('stories.updated_at', 'stories.id'), '<', eb.tuple(place.updatedAt, place.id)),
      );
    }
    const rows = yield* all(
      query
        .orderBy('stories.updated_at', 'desc')
        .orderBy('stories.id', 'desc')
        .limit(atMost(limit + 1 - found.length)),
    );
    for (const row of rows) found.push({ ...atHead(row), latest: null });
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const photos = yield* media(
    db,
    shown.flatMap(({ story }) => story.top.photo?.mediaId ?? []),
  );
  const cards: FrontCard[] = [];
  for (const { story, seq } of shown) {
    const own = photos.filter(({ id }) => id === story.top.photo?.mediaId);
    cards.push({ story, seq, latest: yield* latestUpdate(db, story.id), media: own });
  }
  const last = found.length > limit ? cards.at(-1)?.story : undefined;
  return { position, siteSeq, cards, next: last ? `${last.state} ${last.updatedAt} ${last.id}` : null };
}

/** Reads a cursor; one that is none of ours is the end of all lists. */
function placeOf(cursor: string | null): Place | null {
  if (cursor === null) return null;
  const [state = '', updatedAt = '', id = ''] = cursor.split(' ');
  const order = STATES.findIndex((one) => one === state);
  return { state: order < 0 ? STATES.length : order, updatedAt, id };
}

/** What a story and its translations have in common. */
const ORIGINAL = sql<string>`coalesce(translation_of, id)`;

/** Other stories of a section, none of them the same in another language, the live ones first, each by last update; of all stories where a story is filed under none. */
export function* relatedStories(
  db: Sql,
  storyId: string,
  section: string | null,
  limit: number,
): Plan<RelatedStory[]> {
  const found: RelatedStory[] = [];
  const original = db.selectFrom('stories').select(ORIGINAL.as('original')).where('id', '=', storyId);
  for (const state of STATES) {
    let query = db
      .selectFrom('stories')
      .select(['id', 'slug', 'lang', 'state', 'top'])
      .where('state', '=', state)
      .where('discarded_at', 'is', null)
      .where(ORIGINAL, '!=', original);
    if (section !== null) query = query.where('section_slug', '=', section);
    const rows = yield* all(
      query
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(atMost(limit - found.length)),
    );
    for (const { top, ...row } of rows) {
      found.push({ ...row, state, headline: (JSON.parse(top) as Top).headline });
    }
    if (found.length >= limit) break;
  }
  return found;
}

/** Stories looked at for their sections, of each state. */
const RECENT = 100;

/** The sections of the stories last updated, the latest first. */
export function* sectionsInUse(db: Sql, limit: number): Plan<Section[]> {
  const recent: { slug: string; name: string; updatedAt: string }[] = [];
  for (const state of STATES) {
    const rows = yield* all(
      db
        .selectFrom('stories')
        .select(['section', 'section_slug', 'updated_at'])
        .where('state', '=', state)
        .where('discarded_at', 'is', null)
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(RECENT),
    );
    for (const { section, section_slug, updated_at } of rows) {
      if (section !== null && section_slug !== null)
        recent.push({ slug: section_slug, name: section, updatedAt: updated_at });
    }
  }
  const sections = new Map<string, Section>();
  for (const { slug, name } of recent.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))) {
    if (!sections.has(slug)) sections.set(slug, { slug, name });
  }
  return [...sections.values()].slice(0, limit);
}

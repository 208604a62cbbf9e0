import type { Story } from '../../domain/story.ts';
import type { Update } from '../../domain/update.ts';
import { atHead, discardedStories, stories } from '../lookups.ts';
import { all, type Plan, type Sql } from '../plan.ts';
import type { Found, Hit, SearchQuery } from '../storage.ts';
import { updateCodec } from '../tables.ts';

/** What comes first: stories before updates, a headline or title that holds all the words before a text that does. */
const RANKS = [
  { kind: 'top', inHead: true },
  { kind: 'top', inHead: false },
  { kind: 'update', inHead: true },
  { kind: 'update', inHead: false },
] as const;

type Place = { rank: number; place: number };
type FoundAt = Place & { storyId: string; updateId: string | null };

/** Within a rank the latest comes first. A cursor that is none of ours ends the list. */
export function* search(db: Sql, { terms, limit, cursor }: SearchQuery): Plan<Found> {
  const from = cursor === null ? { rank: 0, place: Infinity } : placeOf(cursor);
  if (terms.length === 0 || !from) return { hits: [], next: null };
  const found: FoundAt[] = [];
  for (let rank = from.rank; rank < RANKS.length && found.length <= limit; rank += 1) {
    let beyond = rank === from.rank && from.place !== Infinity ? from.place : undefined;
    for (;;) {
      const reach = {
        order: 'newest' as const,
        limit: limit + 1 - found.length,
        ...(beyond !== undefined && { beyond }),
      };
      const places = yield* db.wordIndex.find(db, { terms, ...RANKS[rank]! }, reach);
      found.push(...(yield* standingAt(db, rank, places)));
      // What is in the trash was found as well: others stand in its place.
      if (places.length < reach.limit || found.length > limit) break;
      beyond = places.at(-1);
    }
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { hits: yield* hitsOf(db, shown), next: last ? `${last.rank}.${last.place}` : null };
}

function* standingAt(db: Sql, rank: number, places: number[]): Plan<FoundAt[]> {
  if (places.length === 0) return [];
  const rows = yield* all(
    db
      .selectFrom('findable')
      .select(['place', 'story_id', 'update_id'])
      .where('place', 'in', places)
      .where('story_id', 'not in', discardedStories(db))
      .orderBy('place', 'desc'),
  );
  return rows.map(({ place, story_id: storyId, update_id: updateId }) => ({
    rank,
    place,
    storyId,
    updateId,
  }));
}

function placeOf(cursor: string): Place | null {
  const read = /^([0-3])\.(-?\d{1,16})$/.exec(cursor);
  if (!read) return null;
  const [rank, place] = [Number(read[1]), Number(read[2])];
  return Number.isSafeInteger(place) ? { rank, place } : null;
}

function* hitsOf(db: Sql, found: { storyId: string; updateId: string | null }[]): Plan<Hit[]> {
  if (found.length === 0) return [];
  const storyIds = [...new Set(found.map(({ storyId }) => storyId))];
  const updateIds = found.flatMap(({ updateId }) => updateId ?? []);
  const heads = (yield* all(stories(db).where('stories.id', 'in', storyIds))).map(atHead);
  const told = new Map<string, Story>(heads.map(({ story }) => [story.id, story]));
  const updates = new Map<string, Update>();
  if (updateIds.length > 0) {
    const rows = yield* all(db.selectFrom('updates').selectAll().where('id', 'in', updateIds));
    for (const row of rows) updates.set(row.id, updateCodec.fromRow(row));
  }
  return found.flatMap(({ storyId, updateId }): Hit[] => {
    const story = told.get(storyId);
    const update = updateId === null ? null : updates.get(updateId);
    return story && update !== undefined ? [{ story, update }] : [];
  });
}

import type { Story } from '../../domain/story.ts';
import type { Update } from '../../domain/update.ts';
import { atHead, discardedStories, stories } from '../lookups.ts';
import { all, type Plan, type Sql } from '../plan.ts';
import type { Found, Hit, SearchQuery } from '../storage.ts';
import { updateCodec } from '../tables.ts';
import { facet } from './entries.ts';

/** What comes first: stories before updates, a headline or title that holds all the words before a text that does. */
const RANKS = [
  { facets: [facet.top], inHead: true },
  { facets: [facet.top], inHead: false },
  { facets: [facet.update], inHead: true },
  { facets: [facet.update], inHead: false },
];

type Place = { rank: number; place: number };

/** Within a rank the latest comes first. A cursor that is none of ours ends the list. */
export function* search(db: Sql, { terms, limit, cursor }: SearchQuery): Plan<Found> {
  const from = cursor === null ? { rank: 0, place: Infinity } : placeOf(cursor);
  if (terms.length === 0 || !from) return { hits: [], next: null };
  const found: (Place & { storyId: string; updateId: string | null })[] = [];
  for (let rank = from.rank; rank < RANKS.length && found.length <= limit; rank += 1) {
    const { wordIndex } = db;
    let query = db
      .selectFrom('findable_words')
      .innerJoin('findable', (join) => join.on('findable.place', '=', wordIndex.place))
      .select(['findable.place', 'findable.story_id', 'findable.update_id'])
      .where(wordIndex.match({ terms, ...RANKS[rank]! }))
      .where('findable.story_id', 'not in', discardedStories(db))
      .orderBy(wordIndex.place, 'desc')
      .limit(limit + 1 - found.length);
    if (rank === from.rank && from.place !== Infinity) query = query.where(wordIndex.place, '<', from.place);
    for (const { place, story_id: storyId, update_id: updateId } of yield* all(query))
      found.push({ rank, place, storyId, updateId });
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { hits: yield* hitsOf(db, shown), next: last ? `${last.rank}.${last.place}` : null };
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

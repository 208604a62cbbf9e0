import { sql } from 'kysely';
import { all, atMost, type Plan, type Sql } from './plan.ts';
import type { StoryAddress } from './storage.ts';

/** Ids of a story's updates that were posted, changed in substance or taken back last, the last first. */
export function* lastChanged(db: Sql, storyId: string, limit: number): Plan<string[]> {
  const query = db
    .selectFrom('updates')
    .select('id')
    .where('story_id', '=', storyId)
    .orderBy(sql`coalesce(modified_at, at)`, 'desc')
    .orderBy('seq', 'desc')
    .limit(atMost(limit));
  return (yield* all(query)).map(({ id }) => id);
}

/** Where the stories are that changed last in substance, the last first. */
export function* storyAddresses(db: Sql, limit: number): Plan<StoryAddress[]> {
  const query = db
    .selectFrom('stories')
    .select(['slug', 'updated_at'])
    .where('discarded_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost(limit));
  return (yield* all(query)).map(({ slug, updated_at }) => ({ slug, updatedAt: updated_at }));
}

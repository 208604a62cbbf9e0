import { SITE } from '../domain/slug.ts';
import { all, first, type Plan, type Sql } from './plan.ts';
import type { Orphan, StoryRows } from './storage.ts';

/** Every row of a log as stored, and the log's head. */
export function* rowsOf(db: Sql, storyId: string): Plan<StoryRows> {
  const isSite = storyId === SITE;
  return {
    head: yield* first(db.selectFrom('logs').selectAll().where('story_id', '=', storyId)),
    stories: yield* all(db.selectFrom('stories').selectAll().where('id', '=', storyId)),
    updates: yield* all(db.selectFrom('updates').selectAll().where('story_id', '=', storyId).orderBy('seq')),
    tops: yield* all(db.selectFrom('tops').selectAll().where('story_id', '=', storyId).orderBy('version')),
    corrections: yield* all(
      db.selectFrom('corrections').selectAll().where('story_id', '=', storyId).orderBy('seq').orderBy('id'),
    ),
    slugs: yield* all(db.selectFrom('slugs').selectAll().where('story_id', '=', storyId).orderBy('slug')),
    bylines: yield* all(db.selectFrom('bylines').selectAll().where('story_id', '=', storyId).orderBy('name')),
    authors: isSite ? yield* all(db.selectFrom('authors').selectAll().orderBy('slug')) : [],
    media: isSite ? yield* all(db.selectFrom('media').selectAll().orderBy('id')) : [],
    site: isSite ? yield* all(db.selectFrom('site').selectAll().orderBy('id')) : [],
    pages: isSite ? yield* all(db.selectFrom('pages').selectAll().orderBy('slug')) : [],
  };
}

const OF_A_STORY = [
  'events',
  'updates',
  'tops',
  'corrections',
  'slugs',
  'bylines',
  'imports',
  'update_outlets',
  'story_names',
  'findable',
] as const;

/** Looks for a row that names a story without a log. */
export function* orphan(db: Sql): Plan<Orphan | null> {
  const logs = db.selectFrom('logs').select('logs.story_id');
  const story = yield* first(db.selectFrom('stories').select('id').where('id', 'not in', logs).limit(1));
  if (story) return { table: 'stories', storyId: story.id };
  for (const table of OF_A_STORY) {
    const row = yield* first(
      db.selectFrom(table).select('story_id').where('story_id', 'not in', logs).limit(1),
    );
    if (row) return { table, storyId: row.story_id };
  }
  // What was done to a story that is still to be opened is told by no event.
  const done = db.selectFrom('activity').select('story_id').where('seq', 'is not', null);
  const row = yield* first(done.where('story_id', 'not in', logs).limit(1));
  return row?.story_id ? { table: 'activity', storyId: row.story_id } : null;
}

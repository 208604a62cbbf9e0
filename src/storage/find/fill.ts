import { all, first, run, type Plan, type Sql } from '../plan.ts';
import type { Migration } from '../migrations.ts';
import { storyCodec, updateCodec } from '../tables.ts';
import { writeFound } from './write-found.ts';
import { writeFoundTop } from './write-tops.ts';

/** Updates taken in by one transaction: others who write wait no longer than that. */
const SLICE = 100;

/** Whether a schema made by these scripts has what is filled. */
export const fillsFound = (migrations: Migration[]): boolean =>
  migrations.some(({ name }) => name.endsWith('-find.sql'));

/** Whether something is left to take in: asked before each slice, so that who has nothing to write takes no lock. */
export function* leftToFind(db: Sql): Plan<boolean> {
  return (yield* first(db.selectFrom('to_be_found').select('story_id').limit(1))) !== null;
}

/** Takes in one slice of what was written before there was search. Can be broken off anywhere. */
export function* fillFound(db: Sql): Plan<void> {
  const next = yield* first(db.selectFrom('to_be_found').selectAll().orderBy('story_id').limit(1));
  if (!next) return;
  const { story_id: storyId, seq } = next;
  const story = yield* first(db.selectFrom('stories').selectAll().where('id', '=', storyId));
  if (story && seq === 0) yield* writeFoundTop(db, storyCodec.fromRow(story));
  const updates = yield* all(
    db
      .selectFrom('updates')
      .selectAll()
      .where('story_id', '=', storyId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(SLICE),
  );
  const known = yield* all(
    db.selectFrom('findable').select('seq').where('story_id', '=', storyId).where('seq', '>', seq),
  );
  const taken = new Set(known.map((row) => row.seq));
  const missing = updates.filter((update) => !taken.has(update.seq));
  yield* writeFound(db, missing.map(updateCodec.fromRow));
  const last = updates.at(-1);
  if (last && updates.length === SLICE)
    yield* run(db.updateTable('to_be_found').set({ seq: last.seq }).where('story_id', '=', storyId));
  else yield* run(db.deleteFrom('to_be_found').where('story_id', '=', storyId));
}

import type { RowChange } from '../../domain/fold.ts';
import type { Story } from '../../domain/story.ts';
import { all, first, run, type Plan, type Sql } from '../plan.ts';
import { entryOfTop } from './entries.ts';
import { placeAt } from './places.ts';

/**
 * Keeps tops found by their words: of a story whose top was written, and of one whose summary rests on an update that was
 * retracted, for such a line is shown no more. To be called when the rows are written.
 */
export function* writeFoundTops(db: Sql, rows: RowChange[]): Plan<void> {
  const written = new Set<string>();
  const retracted = new Set<string>();
  for (const row of rows) {
    if (row.row === 'top') written.add(row.value.storyId);
    if (row.row === 'update' && row.value.status === 'retracted') retracted.add(row.value.id);
  }
  for (const row of rows) {
    if (row.row !== 'story') continue;
    const story = row.value;
    const rests = story.top.summary.some(({ updateId }) => updateId !== null && retracted.has(updateId));
    if (written.has(story.id) || rests) yield* writeFoundTop(db, story);
  }
}

export function* writeFoundTop(db: Sql, story: Story): Plan<void> {
  const { id, top, topWrittenAt } = story;
  const before = yield* first(
    db.selectFrom('findable').select('place').where('story_id', '=', id).where('seq', '=', 0),
  );
  if (before) {
    yield db.wordIndex.remove([before.place]).compile(db);
    yield* run(db.deleteFrom('findable').where('place', '=', before.place));
  }
  const place = yield* placeAt(db, topWrittenAt);
  yield* run(db.insertInto('findable').values({ place, story_id: id, seq: 0, update_id: null }));
  yield db.wordIndex.put(entryOfTop(id, top, yield* summaryShown(db, story), place)).compile(db);
}

/** Its lines without those that rest on what was retracted. */
function* summaryShown(db: Sql, { top: { summary } }: Story): Plan<string[]> {
  const ids = summary.flatMap(({ updateId }) => updateId ?? []);
  if (ids.length === 0) return summary.map(({ text }) => text);
  const gone = yield* all(
    db.selectFrom('updates').select('id').where('id', 'in', ids).where('status', '=', 'retracted'),
  );
  const retracted = new Set<string | null>(gone.map(({ id }) => id));
  return summary.flatMap(({ text, updateId }) => (retracted.has(updateId) ? [] : [text]));
}

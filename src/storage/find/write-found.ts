import { outletsIn, type Outlet } from '../../domain/find/outlets.ts';
import type { Update } from '../../domain/update.ts';
import { all, batches, run, type Plan, type Sql } from '../plan.ts';
import { count, type Counted } from './counts.ts';
import { entryOfUpdate } from './entries.ts';
import { placeAt } from './places.ts';

/** What an update could be found by before: its place among what is found, its author, its outlets. */
type Known = { place: number; author: string | null; outlets: Outlet[] };

/**
 * Keeps what updates are found by in step with them: their outlets, how often each author and outlet stands in the story,
 * their words. To be called before the updates themselves are written, in the same transaction.
 */
export function* writeFound(db: Sql, updates: Update[]): Plan<void> {
  for (const batch of batches(updates)) {
    const known = yield* knownOf(db, batch);
    const counted: Counted[] = [];
    for (const update of batch) {
      const before = known.get(update.id) ?? null;
      const stands = update.status === 'published';
      const outlets = stands ? outletsIn(update.body) : [];
      counted.push(...changes(update.storyId, before, stands ? { author: update.author, outlets } : null));
      yield* putOutlets(db, update, before?.outlets ?? [], outlets);
      yield* putWords(db, update, before?.place ?? null, stands);
    }
    yield* count(db, counted);
  }
}

function* knownOf(db: Sql, updates: Update[]): Plan<Map<string, Known>> {
  // What was only just posted is known nowhere.
  const ids = updates.flatMap(({ id, version }) => (version > 1 ? [id] : []));
  if (ids.length === 0) return new Map();
  const places = yield* all(
    db
      .selectFrom('findable')
      .innerJoin('updates', 'updates.id', 'findable.update_id')
      .select(['findable.place', 'updates.id', 'updates.author'])
      .where('findable.update_id', 'in', ids),
  );
  const outlets = yield* all(
    db
      .selectFrom('update_outlets')
      .select(['update_id', 'outlet_key', 'outlet'])
      .where('update_id', 'in', ids),
  );
  const known = places.map(({ id, place, author }): [string, Known] => {
    const own = outlets.filter((outlet) => outlet.update_id === id);
    return [id, { place, author, outlets: own.map(({ outlet_key: key, outlet: name }) => ({ key, name })) }];
  });
  return new Map(known);
}

type Names = Pick<Known, 'author' | 'outlets'>;

function changes(storyId: string, before: Names | null, after: Names | null): Counted[] {
  const told = (names: Names | null, by: number): Counted[] => {
    const { author, outlets } = names ?? { author: null, outlets: [] };
    const named = outlets.map((outlet): Counted => ({ storyId, kind: 'outlet', ...outlet, by }));
    return author === null ? named : [{ storyId, kind: 'author', key: author, name: author, by }, ...named];
  };
  return [...told(before, -1), ...told(after, 1)];
}

function* putOutlets(db: Sql, { id, storyId, seq }: Update, before: Outlet[], after: Outlet[]): Plan<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (before.length > 0) yield* run(db.deleteFrom('update_outlets').where('update_id', '=', id));
  const rows = after.map(({ key, name }) => ({
    story_id: storyId,
    outlet_key: key,
    outlet: name,
    update_id: id,
    seq,
  }));
  for (const batch of batches(rows)) yield* run(db.insertInto('update_outlets').values(batch));
}

function* putWords(db: Sql, update: Update, before: number | null, stands: boolean): Plan<void> {
  const { id, storyId, seq, at } = update;
  if (before !== null) yield db.wordIndex.remove([before]).compile(db);
  if (!stands) {
    if (before !== null) yield* run(db.deleteFrom('findable').where('place', '=', before));
    return;
  }
  const place = before ?? (yield* placeAt(db, at));
  if (before === null) {
    yield* run(db.insertInto('findable').values({ place, story_id: storyId, seq, update_id: id }));
  }
  yield db.wordIndex.put(entryOfUpdate(update, place)).compile(db);
}

import { batches, run, type Plan, type Sql } from '../plan.ts';

/** By how much more or less often a name stands in a story. */
export type Counted = { storyId: string; kind: 'author' | 'outlet'; key: string; name: string; by: number };

/** Counts names up and down; one that stands nowhere any more is gone. */
export function* count(db: Sql, changes: Counted[]): Plan<void> {
  const sums = new Map<string, Counted>();
  for (const change of changes) {
    const id = JSON.stringify([change.storyId, change.kind, change.key]);
    const sum = sums.get(id);
    // The name as it was first written stays.
    sums.set(id, { ...change, ...sum, by: change.by + (sum?.by ?? 0) });
  }
  const moved = [...sums.values()].filter(({ by }) => by !== 0);
  for (const batch of batches(moved)) {
    const rows = batch.map(({ storyId, kind, key, name, by }) => ({
      story_id: storyId,
      kind,
      key,
      name,
      updates: by,
    }));
    yield* run(
      db
        .insertInto('story_names')
        .values(rows)
        .onConflict((on) =>
          on.columns(['story_id', 'kind', 'key']).doUpdateSet((eb) => ({
            updates: eb('story_names.updates', '+', eb.ref('excluded.updates')),
          })),
        ),
    );
  }
  const stories = new Set(moved.flatMap(({ storyId, by }) => (by < 0 ? [storyId] : [])));
  for (const storyId of stories)
    yield* run(db.deleteFrom('story_names').where('story_id', '=', storyId).where('updates', '<=', 0));
}

import { isDeepStrictEqual } from 'node:util';
import { all, batches, run, type Plan, type Sql } from '../plan.ts';
import { grantCodec } from '../tables.ts';
import type { GrantsCopied } from './people-store.ts';

/** Somebody was given or taken a right meanwhile: what was decided on is not all any more. */
export function* movedGrants(
  db: Sql,
  grants: GrantsCopied | undefined,
): Plan<{ type: 'stale'; storyId: string; current: number } | null> {
  if (!grants) return null;
  const { from, given } = grants;
  const rows = yield* all(
    db.selectFrom('story_grants').selectAll().where('story_id', '=', from).orderBy('person_id'),
  );
  const inOrder = given.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
  if (isDeepStrictEqual(rows.map(grantCodec.fromRow), inOrder)) return null;
  return { type: 'stale', storyId: from, current: 0 };
}

export function* copyGrants(db: Sql, grants: GrantsCopied | undefined): Plan<void> {
  if (!grants || grants.given.length === 0) return;
  const rows = grants.given.map((grant) => grantCodec.toRow({ ...grant, storyId: grants.to }));
  for (const batch of batches(rows)) yield* run(db.insertInto('story_grants').values(batch));
}

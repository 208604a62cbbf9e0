import type { ExpressionBuilder } from 'kysely';
import { all, atMost, type Plan, type Sql } from '../plan.ts';
import { pageOf, placeOf } from './newest-first.ts';
import { activityCodec, draftCodec, storyCodec, updateCodec, type Tables } from '../tables.ts';
import type { DraftAct } from '../../domain/desk/draft-act.ts';
import type { ActOf, DeskReadings, EventAt, Names } from './desk-readings.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

/** Of an event that came of a draft: told with it. */
const PUBLICATION = 'publish-draft' satisfies DraftAct;

export function* activity(
  db: Sql,
  query: Parameters<DeskReadings['activity']>[0],
): Result<DeskReadings['activity']> {
  const { action: asked, actions, limit } = query;
  if (actions === undefined) return pageOf(yield* entries(db, query), limit, activityCodec);
  // Each is read in order, as far as the page goes: of all at once, what is seldom done would be looked for among the rest.
  const rows: Tables['activity'][] = [];
  for (const action of actions)
    if ((asked ?? action) === action)
      rows.push(...(yield* entries(db, { ...query, action }, asked !== undefined)));
  rows.sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1));
  return pageOf(rows.slice(0, limit + 1), limit, activityCodec);
}

type ActivityAsked = Omit<Parameters<DeskReadings['activity']>[0], 'actions'>;

/** One more than asked for, where there are more. `byName`: what published a draft is asked for, and told. */
function* entries(
  db: Sql,
  query: ActivityAsked,
  byName = query.action !== undefined,
): Plan<Tables['activity'][]> {
  const { storyId, actor, action, from, to, limit, cursor } = query;
  let asked = db.selectFrom('activity').selectAll();
  if (!byName) asked = asked.where((eb) => eb.or([eb('seq', 'is', null), eb('action', '!=', PUBLICATION)]));
  if (action !== undefined) asked = asked.where('action', '=', action);
  if (storyId !== undefined) asked = asked.where('story_id', '=', storyId);
  if (actor !== undefined) asked = asked.where('actor', '=', actor);
  if (from !== undefined) asked = asked.where('at', '>=', from);
  if (to !== undefined) asked = asked.where('at', '<', to);
  if (cursor !== null) {
    const { at, id } = placeOf(cursor);
    asked = asked.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(at, id)));
  }
  return yield* all(
    asked
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(atMost(limit + 1)),
  );
}

/** Who did these events of a story. */
export function* actorsOf(db: Sql, storyId: string, seqs: number[]): Result<DeskReadings['actorsOf']> {
  if (seqs.length === 0) return {};
  const rows = yield* all(
    db
      .selectFrom('activity')
      .select(['seq', 'actor'])
      .where('story_id', '=', storyId)
      .where('seq', 'in', seqs)
      .orderBy('id', 'desc'),
  );
  return Object.fromEntries(rows.map(({ seq, actor }) => [seq, actor]));
}

export function* actsOf(db: Sql, events: EventAt[]): Result<DeskReadings['actsOf']> {
  if (events.length === 0) return [];
  const seqs = new Map<string, number[]>();
  for (const { storyId, seq } of events) seqs.set(storyId, [...(seqs.get(storyId) ?? []), seq]);
  const these = (eb: ExpressionBuilder<Tables, 'events'> | ExpressionBuilder<Tables, 'activity'>) => {
    const one = eb as ExpressionBuilder<Tables, 'events'>;
    return one.or([...seqs].map(([id, some]) => one.and([one('story_id', '=', id), one('seq', 'in', some)])));
  };
  const about = yield* all(db.selectFrom('events').select(['story_id', 'seq', 'update_id']).where(these));
  const published = yield* all(
    db.selectFrom('activity').selectAll().where('action', '=', PUBLICATION).where(these),
  );
  const told = new Map(published.map(activityCodec.fromRow).map((one) => [`${one.storyId} ${one.seq}`, one]));
  return about.map(({ story_id: storyId, seq, update_id: updateId }): ActOf => {
    const publication = told.get(`${storyId} ${seq}`)?.detail ?? null;
    return { storyId, seq, updateId, publication };
  });
}

export function* updatesOf(db: Sql, ids: string[]): Result<DeskReadings['updatesOf']> {
  if (ids.length === 0) return [];
  const rows = yield* all(db.selectFrom('updates').selectAll().where('id', 'in', ids));
  return rows.map(updateCodec.fromRow);
}

export function* names(db: Sql, people: string[], tokens: string[]): Result<DeskReadings['names']> {
  return { people: yield* namesIn(db, 'users', people), tokens: yield* namesIn(db, 'tokens', tokens) };
}

function* namesIn(db: Sql, table: 'users' | 'tokens', ids: string[]): Plan<Names> {
  if (ids.length === 0) return {};
  const rows = yield* all(db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Of a story still to be opened the headline is what its draft of a top says, the last one where there were more. */
export function* headlines(db: Sql, storyIds: string[]): Result<DeskReadings['headlines']> {
  const ids = [...new Set(storyIds)];
  if (ids.length === 0) return {};
  const told: Record<string, { slug: string | null; headline: string }> = {};
  const tops = yield* all(
    db
      .selectFrom('drafts')
      .selectAll()
      .where('story_id', 'in', ids)
      .where('kind', '=', 'top')
      .where('base_version', 'is', null)
      .orderBy('changed_at'),
  );
  for (const { storyId, content } of tops.map(draftCodec.fromRow))
    told[storyId] = { slug: null, headline: content.title };
  const rows = yield* all(db.selectFrom('stories').selectAll().where('id', 'in', ids));
  for (const { id, slug, top } of rows.map(storyCodec.fromRow)) told[id] = { slug, headline: top.headline };
  return told;
}

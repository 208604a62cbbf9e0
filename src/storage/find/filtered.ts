import { sql, type SelectQueryBuilder } from 'kysely';
import { outletKey } from '../../domain/find/outlets.ts';
import type { Term } from '../../domain/find/sought.ts';
import type { Update } from '../../domain/update.ts';
import { all, atMost, first, type Plan, type Sql } from '../plan.ts';
import type { NamedOften, Names, UpdateFilter, UpdateQuery } from '../storage.ts';
import { updateCodec, type Tables } from '../tables.ts';
import { facet } from './entries.ts';

/** Names of one kind that a story's filters offer. */
const OFFERED = 50;

/** Counting stops here: a page's cost does not grow with its story. */
export const COUNTED = 1000;

/** A page of a story's updates, one more than asked for where there are more. Each filter reads its own index. */
export function* filtered(db: Sql, storyId: string, ask: UpdateQuery): Plan<Update[]> {
  const limit = atMost(ask.limit + 1);
  if (ask.terms) return yield* updatesAt(db, ask, yield* placesOf(db, storyId, ask, ask.terms, limit));
  const rows = yield* all(filterQuery(db, storyId, ask).selectAll('updates').limit(limit));
  return rows.map(updateCodec.fromRow);
}

/** How many updates a filter lets through, `COUNTED` at most. */
export function* matching(db: Sql, storyId: string, filter: UpdateFilter): Plan<number> {
  const { keyEventsOnly, author, outlet, terms } = filter;
  const ask: Ordered = { keyEventsOnly, author, outlet, order: 'newest' };
  if (terms) return (yield* placesOf(db, storyId, ask, terms, COUNTED)).length;
  const some = filterQuery(db, storyId, ask).select('updates.seq').limit(COUNTED).as('some');
  const counted = yield* first(
    db.selectFrom(some).select(sql<number>`cast(count(*) as integer)`.as('updates')),
  );
  return counted?.updates ?? 0;
}

/** What a story can be filtered by: who wrote, and which outlets are quoted, the most frequent first. */
export function* namesIn(db: Sql, storyId: string): Plan<Names> {
  return { authors: yield* named(db, storyId, 'author'), outlets: yield* named(db, storyId, 'outlet') };
}

function* named(db: Sql, storyId: string, kind: 'author' | 'outlet'): Plan<NamedOften[]> {
  const query = db
    .selectFrom('story_names')
    .select(['key', 'name', 'updates'])
    .where('story_id', '=', storyId)
    .where('kind', '=', kind)
    .orderBy('updates', 'desc')
    .orderBy('key')
    .limit(OFFERED);
  return (yield* all(query)).map(({ key, name, updates }) => ({ key, name, updates }));
}

type Ordered = UpdateFilter & Pick<UpdateQuery, 'order' | 'after'>;

/** Updates, in whatever way they are come by. */
type OfUpdates = SelectQueryBuilder<Tables, 'updates', object>;

function filterQuery(db: Sql, storyId: string, ask: Ordered): OfUpdates {
  let query = ask.outlet === undefined ? byStory(db, storyId, ask) : byOutlet(db, storyId, ask, ask.outlet);
  if (ask.keyEventsOnly) query = query.where('updates.key_event', '=', 1);
  if (ask.author !== undefined) query = query.where('updates.author', '=', ask.author);
  return query;
}

function byStory(db: Sql, storyId: string, { order, after }: Ordered): OfUpdates {
  const query = db
    .selectFrom('updates')
    .where('updates.story_id', '=', storyId)
    .orderBy('updates.seq', order === 'newest' ? 'desc' : 'asc');
  return after === undefined ? query : query.where('updates.seq', order === 'newest' ? '<' : '>', after);
}

function byOutlet(db: Sql, storyId: string, { order, after }: Ordered, outlet: string): OfUpdates {
  const query = db
    .selectFrom('update_outlets')
    .innerJoin('updates', 'updates.id', 'update_outlets.update_id')
    .where('update_outlets.story_id', '=', storyId)
    .where('update_outlets.outlet_key', '=', outletKey(outlet))
    .orderBy('update_outlets.seq', order === 'newest' ? 'desc' : 'asc');
  const from =
    after === undefined ? query : query.where('update_outlets.seq', order === 'newest' ? '<' : '>', after);
  return from;
}

/** All of the filter is asked of the word index: it reads what has everything, in order, and nothing else. */
function* placesOf(
  db: Sql,
  storyId: string,
  { keyEventsOnly, author, outlet, order, after }: Ordered,
  terms: Term[],
  limit: number,
): Plan<number[]> {
  if (terms.length === 0) return [];
  const facets: string[] = [];
  if (keyEventsOnly) facets.push(facet.key);
  if (author !== undefined) facets.push(facet.author(author));
  if (outlet !== undefined) facets.push(facet.outlet(outlet));
  const beyond = after === undefined ? undefined : yield* placeBeside(db, storyId, order, after);
  const reach = { order, limit, ...(beyond !== undefined && { beyond }) };
  return yield* db.wordIndex.find(db, { kind: 'update', storyId, terms, facets }, reach);
}

/** The last place before those that follow a seq; what stood at it may have been taken back. Undefined: all follow. */
function* placeBeside(
  db: Sql,
  storyId: string,
  order: Ordered['order'],
  after: number,
): Plan<number | undefined> {
  const newest = order === 'newest';
  const beside = yield* first(
    db
      .selectFrom('findable')
      .select('place')
      .where('story_id', '=', storyId)
      .where('seq', newest ? '>=' : '<=', after)
      .orderBy('seq', newest ? 'asc' : 'desc')
      .limit(1),
  );
  return beside?.place;
}

function* updatesAt(db: Sql, { order }: Ordered, places: number[]): Plan<Update[]> {
  const found: Update[] = [];
  for (let start = 0; start < places.length; start += LISTED) {
    const query = db
      .selectFrom('findable')
      .innerJoin('updates', 'updates.id', 'findable.update_id')
      .selectAll('updates')
      .where('findable.place', 'in', places.slice(start, start + LISTED));
    found.push(...(yield* all(query)).map(updateCodec.fromRow));
  }
  return found.toSorted((a, b) => (order === 'newest' ? b.seq - a.seq : a.seq - b.seq));
}

/** As many places as one statement lists: both engines bound the values a statement takes. */
const LISTED = 500;

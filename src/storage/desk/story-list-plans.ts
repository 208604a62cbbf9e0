import { OPEN_STATUSES, type OpenStatus } from '../../domain/desk/draft.ts';
import type { Term } from '../../domain/find/sought.ts';
import { anyStories, atHead, stories as storiesAtHead } from '../lookups.ts';
import { all, atMost, first, type Plan, type Sql } from '../plan.ts';
import { draftCodec } from '../tables.ts';
import type { DeskReadings, StoriesQuery, StoryCard } from './desk-readings.ts';
import { holdsAll } from './holds-words.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

/** Stories whose headlines hold the words, and drafts of tops that are looked into, at most. */
const TITLED = 500;

type Place = { id: string; changed: string };

/** Opened stories and those still to be, in one order: each part is read as far as a page goes, in a fixed number of statements. */
export function* deskStories(db: Sql, query: StoriesQuery): Result<DeskReadings['stories']> {
  const { state, limit, terms } = query;
  const titled = terms ? yield* titledStories(db, terms) : null;
  const places: Place[] = [];
  if (state !== 'unpublished') {
    places.push(...(yield* restingPlaces(db, query, titled)));
    places.push(...(yield* writtenPlaces(db, query, titled)));
  }
  if (state === undefined || state === 'unpublished')
    places.push(...(yield* unopenedPlaces(db, query, titled)));
  places.sort(lastFirst);
  const shown = places.slice(0, limit);
  const last = places.length > limit ? shown.at(-1) : undefined;
  const cards = yield* cardsOf(db, shown);
  return { items: cards, next: last ? `${last.changed} ${last.id}` : null };
}

/** Those in the trash, the last first. */
export function* discarded(db: Sql): Result<DeskReadings['discarded']> {
  const asked = anyStories(db).where('stories.discarded_at', 'is not', null);
  return (yield* all(asked.orderBy('stories.discarded_at', 'desc').orderBy('stories.id', 'desc'))).map(
    atHead,
  );
}

export function* theSample(db: Sql): Result<DeskReadings['sample']> {
  const asked = anyStories(db).where('stories.sample', '=', 1);
  const row = yield* first(asked.orderBy('stories.opened_at', 'desc').orderBy('stories.id', 'desc').limit(1));
  return row && atHead(row);
}

const lastFirst = (a: Place, b: Place): number =>
  a.changed === b.changed ? (a.id < b.id ? 1 : -1) : a.changed < b.changed ? 1 : -1;

/** When any open draft of a story last changed. */
const lastDrafts = (db: Sql) =>
  db
    .selectFrom('drafts')
    .select((eb) => ['drafts.story_id', eb.fn.max('drafts.changed_at').as('changed')])
    .where('status', 'in', [...OPEN_STATUSES])
    .groupBy('drafts.story_id');

/** Opened stories whose last change was an event: read in the order of the logs' ends, as far as the page goes. */
function* restingPlaces(db: Sql, query: StoriesQuery, titled: string[] | null): Plan<Place[]> {
  if (titled?.length === 0) return [];
  let told = openedStories(db, query, titled)
    .select(['logs.story_id as id', 'logs.last_at as changed'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('drafts')
            .select('drafts.id')
            .whereRef('drafts.story_id', '=', 'logs.story_id')
            .where('drafts.status', 'in', [...OPEN_STATUSES])
            .whereRef('drafts.changed_at', '>', 'logs.last_at'),
        ),
      ),
    );
  if (query.cursor !== null) {
    const [changed = '', id = ''] = query.cursor.split(' ');
    told = told.where((eb) => eb(eb.refTuple('logs.last_at', 'logs.story_id'), '<', eb.tuple(changed, id)));
  }
  return yield* all(
    told
      .orderBy('logs.last_at', 'desc')
      .orderBy('logs.story_id', 'desc')
      .limit(atMost(query.limit + 1)),
  );
}

/** Opened stories with a draft that changed since: there are as many as people write at. */
function* writtenPlaces(db: Sql, query: StoriesQuery, titled: string[] | null): Plan<Place[]> {
  if (titled?.length === 0) return [];
  const told = openedStories(db, query, titled)
    .innerJoin(lastDrafts(db).as('open'), 'open.story_id', 'logs.story_id')
    .whereRef('open.changed', '>', 'logs.last_at')
    .select('logs.story_id as id')
    .select((eb) => eb.ref('open.changed').$castTo<string>().as('changed'));
  return yield* page(db.selectFrom(told.as('told')).selectAll(), query.limit, query.cursor);
}

function openedStories(db: Sql, { state }: StoriesQuery, titled: string[] | null) {
  let told = db
    .selectFrom('logs')
    .innerJoin('stories', 'stories.id', 'logs.story_id')
    .where('stories.discarded_at', 'is', null);
  if (state !== undefined && state !== 'unpublished') told = told.where('stories.state', '=', state);
  if (titled) told = told.where('logs.story_id', 'in', titled);
  return told;
}

function* unopenedPlaces(db: Sql, { limit, cursor }: StoriesQuery, titled: string[] | null): Plan<Place[]> {
  if (titled?.length === 0) return [];
  let told = unopenedTops(db)
    .innerJoin(lastDrafts(db).as('open'), 'open.story_id', 'drafts.story_id')
    .select('drafts.story_id as id')
    .select((eb) => eb.ref('open.changed').$castTo<string>().as('changed'));
  if (titled) told = told.where('drafts.story_id', 'in', titled);
  return yield* page(db.selectFrom(told.as('told')).selectAll(), limit, cursor);
}

/** Of a story without a log the draft of its top is all there is. */
const unopenedTops = (db: Sql) =>
  db
    .selectFrom('drafts')
    .where('drafts.kind', '=', 'top')
    .where('drafts.status', 'in', [...OPEN_STATUSES])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('logs').select('logs.seq').whereRef('logs.story_id', '=', 'drafts.story_id'))),
    );

type Places = ReturnType<ReturnType<typeof placesOf>['selectAll']>;
const placesOf = (db: Sql) =>
  db.selectFrom(db.selectFrom('logs').select(['story_id as id', 'last_at as changed']).as('told'));

function* page(asked: Places, limit: number, cursor: string | null): Plan<Place[]> {
  let query = asked;
  if (cursor !== null) {
    const [changed = '', id = ''] = cursor.split(' ');
    query = query.where((eb) => eb(eb.refTuple('told.changed', 'told.id'), '<', eb.tuple(changed, id)));
  }
  return yield* all(
    query
      .orderBy('told.changed', 'desc')
      .orderBy('told.id', 'desc')
      .limit(atMost(limit + 1)),
  );
}

function* titledStories(db: Sql, terms: Term[]): Plan<string[]> {
  if (terms.length === 0) return [];
  const inHeadlines = { kind: 'top' as const, terms, inHead: true };
  const places = yield* db.wordIndex.find(db, inHeadlines, { order: 'newest', limit: TITLED });
  const opened =
    places.length === 0
      ? []
      : yield* all(db.selectFrom('findable').select('story_id').where('place', 'in', places));
  const unopened = yield* all(
    unopenedTops(db).selectAll('drafts').orderBy('drafts.changed_at', 'desc').limit(TITLED),
  );
  const held = unopened.map(draftCodec.fromRow).filter(({ content }) => holdsAll([content.title], terms));
  return [...opened.map((row) => row.story_id), ...held.map(({ storyId }) => storyId)];
}

function* cardsOf(db: Sql, places: Place[]): Plan<StoryCard[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const opened = new Map(
    (yield* all(storiesAtHead(db).where('stories.id', 'in', ids))).map((row) => [row.id, atHead(row)]),
  );
  const lastUpdates = new Map((yield* all(lastUpdatesOf(db, ids))).map(({ id, at }) => [id, at]));
  const tops = new Map(
    (yield* all(unopenedTops(db).selectAll('drafts').where('drafts.story_id', 'in', ids))).map((row) => [
      row.story_id,
      draftCodec.fromRow(row),
    ]),
  );
  const counts = yield* openDrafts(db, ids);
  return places.map(({ id, changed: changedAt }): StoryCard => {
    const drafts = counts.get(id) ?? { draft: 0, filed: 0, scheduled: 0 };
    const found = opened.get(id);
    if (found) {
      const { slug, top, state, section, zone, updateCount, sample } = found.story;
      const told = { id, slug, headline: top.headline, state, section, zone, updateCount, sample };
      return { ...told, seq: found.seq, lastUpdateAt: lastUpdates.get(id) ?? null, changedAt, drafts };
    }
    const content = tops.get(id)?.content;
    return {
      id,
      slug: null,
      headline: content?.title ?? '',
      state: 'unpublished',
      section: content?.top?.section || null,
      zone: content?.top?.zone ?? '',
      seq: null,
      lastUpdateAt: null,
      changedAt,
      updateCount: 0,
      sample: false,
      drafts,
    };
  });
}

const lastUpdatesOf = (db: Sql, ids: string[]) =>
  db
    .selectFrom('stories')
    .where('stories.id', 'in', ids)
    .select(['stories.id'])
    .select((eb) =>
      eb
        .selectFrom('updates')
        .select('updates.at')
        .whereRef('updates.story_id', '=', 'stories.id')
        .where('updates.status', '=', 'published')
        .orderBy('updates.seq', 'desc')
        .limit(1)
        .as('at'),
    );

function* openDrafts(db: Sql, ids: string[]): Plan<Map<string, Record<OpenStatus, number>>> {
  const rows = yield* all(
    db
      .selectFrom('drafts')
      .select((eb) => ['story_id', 'status', eb.fn.countAll().as('count')])
      .where('story_id', 'in', ids)
      .where('status', 'in', [...OPEN_STATUSES])
      .groupBy(['story_id', 'status']),
  );
  const counts = new Map<string, Record<OpenStatus, number>>();
  for (const { story_id, status, count } of rows) {
    const own = counts.get(story_id) ?? { draft: 0, filed: 0, scheduled: 0 };
    own[status as OpenStatus] = Number(count);
    counts.set(story_id, own);
  }
  return counts;
}

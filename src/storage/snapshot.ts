import type { Correction, Update } from '../domain/update.ts';
import { all, type Plan, type Sql } from './plan.ts';
import { authorsByName, findStory, findUpdate, latestUpdate, site } from './lookups.ts';
import type { Snapshot, UpdateQuery } from './storage.ts';
import { correctionCodec, updateCodec } from './tables.ts';

/** As many key events as a page's rail can bear. */
const KEY_EVENTS = 200;

/** A story as a page, a frame or the API shows it, read in one transaction. */
export function* snapshot(db: Sql, storyId: string, ask: UpdateQuery): Plan<Snapshot | null> {
  const at = yield* findStory(db, { id: storyId });
  if (!at) return null;
  const { story } = at;
  const found = yield* updatesAsked(db, storyId, ask);
  const updates = ask.ids ? found : found.slice(0, ask.limit);
  const pinned = story.pinnedId === null ? null : yield* findUpdate(db, story.pinnedId);
  const keyEvents = yield* all(
    db
      .selectFrom('updates')
      .selectAll()
      .where('story_id', '=', storyId)
      .where('key_event', '=', 1)
      .orderBy('seq', 'desc')
      .limit(KEY_EVENTS),
  );
  const names = new Set(story.top.byline);
  for (const update of updates) if (update.author !== null) names.add(update.author);
  const { site: settings, seq: siteSeq } = yield* site(db);
  return {
    ...at,
    siteSeq,
    site: settings,
    updates,
    more: found.length > updates.length,
    pinned,
    keyEvents: keyEvents.map(updateCodec.fromRow),
    corrections: yield* correctionsOf(db, storyId, pinned ? [...updates, pinned] : updates),
    summarised: yield* updatesById(db, story.top.summary.flatMap((line) => line.updateId ?? [])),
    latest: yield* latestUpdate(db, storyId),
    authors: yield* authorsByName(db, [...names]),
  };
}

function* updatesAsked(db: Sql, storyId: string, ask: UpdateQuery): Plan<Update[]> {
  if (ask.ids) return yield* updatesById(db, ask.ids);
  if (ask.limit === 0) return [];
  const newest = ask.order === 'newest';
  let query = db.selectFrom('updates').selectAll().where('story_id', '=', storyId);
  if (ask.after !== undefined) query = query.where('seq', newest ? '<' : '>', ask.after);
  if (ask.keyEventsOnly) query = query.where('key_event', '=', 1);
  if (ask.author !== undefined) query = query.where('author', '=', ask.author);
  query = query.orderBy('seq', newest ? 'desc' : 'asc');
  if (Number.isFinite(ask.limit)) query = query.limit(ask.limit + 1);
  return (yield* all(query)).map(updateCodec.fromRow);
}

function* updatesById(db: Sql, ids: string[]): Plan<Update[]> {
  if (ids.length === 0) return [];
  const rows = yield* all(db.selectFrom('updates').selectAll().where('id', 'in', ids).orderBy('seq'));
  return rows.map(updateCodec.fromRow);
}

/** Those of the given updates and of the story's top, oldest first. */
function* correctionsOf(db: Sql, storyId: string, updates: Update[]): Plan<Correction[]> {
  const ids = updates.map((update) => update.id);
  const rows = yield* all(
    db
      .selectFrom('corrections')
      .selectAll()
      .where('story_id', '=', storyId)
      .where((eb) =>
        ids.length === 0 ? eb('update_id', 'is', null) : eb.or([eb('update_id', 'is', null), eb('update_id', 'in', ids)]),
      )
      .orderBy('seq')
      .orderBy('id'),
  );
  return rows.map(correctionCodec.fromRow);
}

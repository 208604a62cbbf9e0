import { picturesIn } from '../domain/document.ts';
import { picturesOfTop } from '../domain/story.ts';
import type { Correction, Update } from '../domain/update.ts';
import { filtered, matching, namesIn } from './find/filtered.ts';
import { all, first, type Plan, type Sql } from './plan.ts';
import { authorsByName, findStory, findUpdate, footer, latestUpdate, site, stories } from './lookups.ts';
import { media } from './media-readings.ts';
import type { Snapshot, UpdateQuery } from './storage.ts';
import { correctionCodec, updateCodec } from './tables.ts';
import { linkedWith, translation } from './translations.ts';

/** As many key events as a page's rail can bear. */
const KEY_EVENTS = 200;

/** As many ids as one statement lists: both engines bound the values a statement takes. */
const LISTED = 500;

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
    ...(ask.names && { names: yield* namesIn(db, storyId) }),
    ...(ask.count && { matching: yield* matching(db, storyId, ask) }),
    siteSeq,
    site: settings,
    footer: yield* footer(db),
    updates,
    more: found.length > updates.length,
    pinned,
    keyEvents: keyEvents.map(updateCodec.fromRow),
    corrections: yield* correctionsOf(db, storyId, pinned ? [...updates, pinned] : updates),
    summarised: yield* updatesById(
      db,
      storyId,
      story.top.summary.flatMap((line) => line.updateId ?? []),
    ),
    latest: yield* latestUpdate(db, storyId),
    previous: ask.ids ? yield* previousOf(db, storyId, updates) : {},
    authors: yield* authorsByName(db, [...names]),
    translations: (yield* linkedWith(db, story)).map(translation),
    days: { next: yield* slugOf(db, story.nextId), previous: yield* slugOf(db, story.previousId) },
    media: yield* media(db, [
      ...picturesOfTop(story.top),
      ...(pinned ? [...updates, pinned] : updates).flatMap(({ body }) => picturesIn(body)),
      ...(settings.logo === null ? [] : [settings.logo]),
    ]),
  };
}

function* updatesAsked(db: Sql, storyId: string, ask: UpdateQuery): Plan<Update[]> {
  if (ask.ids) return yield* updatesById(db, storyId, ask.ids);
  if (ask.limit === 0) return [];
  return yield* filtered(db, storyId, ask);
}

function* updatesById(db: Sql, storyId: string, ids: string[]): Plan<Update[]> {
  const found: Update[] = [];
  for (let start = 0; start < ids.length; start += LISTED) {
    const listed = ids.slice(start, start + LISTED);
    const query = db.selectFrom('updates').selectAll().where('id', 'in', listed);
    found.push(...(yield* all(query)).map(updateCodec.fromRow));
  }
  // Asked for in the question, the story would have SQLite look through all of its updates.
  return found.filter((update) => update.storyId === storyId).toSorted((a, b) => a.seq - b.seq);
}

function* previousOf(db: Sql, storyId: string, updates: Update[]): Plan<Record<string, string | null>> {
  const previous: Record<string, string | null> = {};
  for (const { id, seq } of updates) {
    const before = db
      .selectFrom('updates')
      .select('id')
      .where('story_id', '=', storyId)
      .where('seq', '<', seq);
    previous[id] = (yield* first(before.orderBy('seq', 'desc').limit(1)))?.id ?? null;
  }
  return previous;
}

/** Those of the given updates and of the story's top, oldest first: a story may have many more. */
function* correctionsOf(db: Sql, storyId: string, updates: Update[]): Plan<Correction[]> {
  const asked = db.selectFrom('corrections').selectAll();
  const found = yield* all(asked.where('story_id', '=', storyId).where('update_id', 'is', null));
  const ids = [...new Set(updates.map((update) => update.id))];
  for (let start = 0; start < ids.length; start += LISTED)
    found.push(...(yield* all(asked.where('update_id', 'in', ids.slice(start, start + LISTED)))));
  return found.map(correctionCodec.fromRow).toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
}

function* slugOf(db: Sql, storyId: string | null): Plan<string | null> {
  if (storyId === null) return null;
  const story = yield* first(stories(db).select('stories.slug').where('stories.id', '=', storyId));
  return story?.slug ?? null;
}

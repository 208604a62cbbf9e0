import type { Author } from '../domain/author.ts';
import type { EventMark, LoggedEvent } from '../domain/event.ts';
import type { Update } from '../domain/update.ts';
import { lastPosition } from './commit.ts';
import { search } from './find/search.ts';
import {
  atHead,
  authors,
  authorsByName,
  findStory,
  findUpdate,
  footer,
  listAuthors,
  site,
  stories,
} from './lookups.ts';
import { frontPage, relatedStories, sectionsInUse } from './cards.ts';
import { plainPage, plainPages } from './plain-pages.ts';
import { all, atMost, first, type Plan, type Sql } from './plan.ts';
import { listMedia, media, mediaByDigest, unfinishedMedia } from './media-readings.ts';
import { snapshot } from './snapshot.ts';
import type { LogHead, Page, Readings, StoryAtHead } from './storage.ts';
import { orphan, rowsOf } from './stored-rows.ts';
import { authorCodec, correctionCodec, eventCodec, topCodec, updateCodec, type Tables } from './tables.ts';
import { lastChanged, storyAddresses } from './feeds.ts';
import { linkedStories } from './translations.ts';

/** Each reading as a plan; an engine runs one in one read transaction. */
export const readingPlans = {
  findStory,
  findUpdate,
  snapshot,
  listStories,
  frontPage,
  sectionsInUse,
  relatedStories,
  search,
  tops,
  corrections,
  retractedUpdates,
  author,
  authorsByName,
  listAuthors,
  storiesByAuthor,
  recentSlugs,
  site,
  plainPage,
  plainPages,
  footer,
  media,
  mediaByDigest,
  listMedia,
  unfinishedMedia,
  events,
  storyMarks,
  marks,
  position: lastPosition,
  heads,
  rowsOf,
  orphan,
  linkedStories,
  lastChanged,
  storyAddresses,
  importedStory,
} satisfies {
  [K in keyof Readings]: (
    db: Sql,
    ...args: Parameters<Readings[K]>
  ) => Plan<Awaited<ReturnType<Readings[K]>>>;
};

const MARK = ['story_id', 'seq', 'position', 'at', 'kind', 'update_id'] as const;

type StoryPage = { items: StoryAtHead[]; next: string | null };

/** Last opened first. */
function* listStories(db: Sql, page: Page): Plan<StoryPage> {
  let query = stories(db).orderBy('stories.opened_at', 'desc').orderBy('stories.id', 'desc');
  if (page.cursor !== null) {
    const [at = '', id = ''] = page.cursor.split(' ');
    query = query.where((eb) => eb(eb.refTuple('stories.opened_at', 'stories.id'), '<', eb.tuple(at, id)));
  }
  return storyPage(yield* all(query.limit(atMost(page.limit + 1))), page);
}

/** The same, of those that name an author; read by the byline, in that order too. */
function* storiesByAuthor(db: Sql, name: string, page: Page): Plan<StoryPage> {
  const named = stories(db).innerJoin('bylines', 'bylines.story_id', 'stories.id');
  let query = named
    .where('bylines.name', '=', name)
    .orderBy('bylines.opened_at', 'desc')
    .orderBy('bylines.story_id', 'desc');
  if (page.cursor !== null) {
    const [at = '', id = ''] = page.cursor.split(' ');
    query = query.where((eb) =>
      eb(eb.refTuple('bylines.opened_at', 'bylines.story_id'), '<', eb.tuple(at, id)),
    );
  }
  return storyPage(yield* all(query.limit(atMost(page.limit + 1))), page);
}

function storyPage(rows: Parameters<typeof atHead>[0][], { limit }: Page): StoryPage {
  const items = rows.map(atHead);
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), next: last ? `${last.story.openedAt} ${last.story.id}` : null };
}

function* recentSlugs(db: Sql, limit: number): Plan<string[]> {
  const query = db.selectFrom('stories').select('slug').where('discarded_at', 'is', null);
  const ordered = query.orderBy('opened_at', 'desc').orderBy('id', 'desc');
  return (yield* all(ordered.limit(atMost(limit)))).map(({ slug }) => slug);
}

function* tops(db: Sql, storyId: string) {
  const rows = yield* all(
    db.selectFrom('tops').selectAll().where('story_id', '=', storyId).orderBy('version'),
  );
  return rows.map(topCodec.fromRow);
}

function* corrections(db: Sql, storyId: string) {
  const rows = yield* all(
    db.selectFrom('corrections').selectAll().where('story_id', '=', storyId).orderBy('seq').orderBy('id'),
  );
  return rows.map(correctionCodec.fromRow);
}

function* retractedUpdates(db: Sql, storyId: string): Plan<Update[]> {
  const query = db.selectFrom('updates').selectAll().where('story_id', '=', storyId);
  return (yield* all(query.where('status', '=', 'retracted').orderBy('seq'))).map(updateCodec.fromRow);
}

function* author(db: Sql, slug: string): Plan<Author | null> {
  const row = yield* first(authors(db).where('slug', '=', slug));
  return row && authorCodec.fromRow(row);
}

function* events(db: Sql, storyId: string, after: number, limit: number): Plan<LoggedEvent[]> {
  const rows = yield* all(
    db
      .selectFrom('events')
      .selectAll()
      .where('story_id', '=', storyId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(atMost(limit)),
  );
  return rows.map(eventCodec.fromRow);
}

function* storyMarks(db: Sql, storyId: string, after: number, limit: number): Plan<EventMark[]> {
  const rows = yield* all(
    db
      .selectFrom('events')
      .select(MARK)
      .where('story_id', '=', storyId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(atMost(limit)),
  );
  return rows.map(markFrom);
}

function* marks(db: Sql, after: number, limit: number): Plan<EventMark[]> {
  const rows = yield* all(
    db
      .selectFrom('events')
      .select(MARK)
      .where('position', '>', after)
      .orderBy('position')
      .limit(atMost(limit)),
  );
  return rows.map(markFrom);
}

function* heads(db: Sql, after: string, limit: number): Plan<LogHead[]> {
  const rows = yield* all(
    db.selectFrom('logs').selectAll().where('story_id', '>', after).orderBy('story_id').limit(atMost(limit)),
  );
  return rows.map((row) => ({ storyId: row.story_id, seq: row.seq, hash: row.hash }));
}

function* importedStory(db: Sql, digest: string): Plan<string | null> {
  const row = yield* first(db.selectFrom('imports').select('story_id').where('digest', '=', digest));
  return row?.story_id ?? null;
}

type MarkRow = Pick<Tables['events'], (typeof MARK)[number]>;

function markFrom(row: MarkRow): EventMark {
  const { story_id, seq, position, at, kind, update_id } = row;
  return { storyId: story_id, seq, position, at, kind, updateId: update_id };
}

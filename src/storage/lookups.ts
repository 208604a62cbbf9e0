import type { Author } from '../domain/author.ts';
import { DEFAULT_SITE } from '../domain/site.ts';
import { SITE } from '../domain/slug.ts';
import type { Update } from '../domain/update.ts';
import { all, atMost, first, type Plan, type Sql } from './plan.ts';
import type { FooterLink, Page, SiteAtHead, StoryAtHead, WhichStory } from './storage.ts';
import { authorCodec, siteCodec, storyCodec, updateCodec, type Tables } from './tables.ts';

/** Sorts before every instant: the last event of a log that has none. */
const NO_INSTANT = '0000-01-01T00:00:00.000Z';

/** Those in the trash: the sample, or none. */
export const discardedStories = (db: Sql) =>
  db.selectFrom('stories').select('stories.id').where('stories.discarded_at', 'is not', null);

/** Stories with the heads of their logs; none that is in the trash. */
export const stories = (db: Sql) => anyStories(db).where('stories.discarded_at', 'is', null);

/** Those in the trash among them. */
export const anyStories = (db: Sql) =>
  db
    .selectFrom('stories')
    .innerJoin('logs', 'logs.story_id', 'stories.id')
    .selectAll('stories')
    .select(['logs.seq as head_seq', 'logs.last_at as head_at']);

type StoryWithHead = Tables['stories'] & { head_seq: number; head_at: string };

export function atHead({ head_seq, head_at, ...row }: StoryWithHead): StoryAtHead {
  return { story: storyCodec.fromRow(row), seq: head_seq, lastAt: head_at };
}

export function* findStory(db: Sql, where: WhichStory): Plan<StoryAtHead | null> {
  let query = where.discarded ? anyStories(db) : stories(db);
  if ('id' in where) query = query.where('stories.id', '=', where.id);
  else query = query.innerJoin('slugs', 'slugs.story_id', 'stories.id').where('slugs.slug', '=', where.slug);
  const row = yield* first(query);
  return row && atHead(row);
}

export function* findUpdate(db: Sql, id: string): Plan<Update | null> {
  const row = yield* first(
    db
      .selectFrom('updates')
      .selectAll()
      .where('id', '=', id)
      .where('story_id', 'not in', discardedStories(db)),
  );
  return row && updateCodec.fromRow(row);
}

export function* latestUpdate(db: Sql, storyId: string): Plan<Update | null> {
  const standing = db
    .selectFrom('updates')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('status', '=', 'published');
  const row = yield* first(standing.orderBy('seq', 'desc').limit(1));
  return row && updateCodec.fromRow(row);
}

/** Those recorded; but for who wrote stories and has none left outside the trash. */
export const authors = (db: Sql) =>
  db
    .selectFrom('authors')
    .selectAll()
    .where(({ not, and, exists, selectFrom }) => {
      const bylines = selectFrom('bylines')
        .select('bylines.story_id')
        .whereRef('bylines.name', '=', 'authors.name');
      const standing = bylines.where('bylines.story_id', 'not in', discardedStories(db));
      return not(and([exists(bylines), not(exists(standing))]));
    });

/** All recorded, by address. */
export function* listAuthors(db: Sql, page: Page): Plan<{ items: Author[]; next: string | null }> {
  const asked = authors(db).where('slug', '>', page.cursor ?? '');
  const rows = yield* all(asked.orderBy('slug').limit(atMost(page.limit + 1)));
  const items = rows.slice(0, page.limit).map(authorCodec.fromRow);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.slug ?? null) : null };
}

export function* authorsByName(db: Sql, names: string[]): Plan<Author[]> {
  if (names.length === 0) return [];
  const rows = yield* all(db.selectFrom('authors').selectAll().where('name', 'in', names).orderBy('slug'));
  return rows.map(authorCodec.fromRow);
}

export function* site(db: Sql): Plan<SiteAtHead> {
  const row = yield* first(db.selectFrom('site').selectAll().where('id', '=', SITE));
  const head = yield* first(db.selectFrom('logs').selectAll().where('story_id', '=', SITE));
  return { site: settingsOf(row), seq: head?.seq ?? 0, lastAt: head?.last_at ?? NO_INSTANT };
}

function settingsOf(row: Tables['site'] | null): SiteAtHead['site'] {
  if (!row) return DEFAULT_SITE;
  const { id: _, ...settings } = row;
  return siteCodec.fromRow(settings);
}

/** Most pages that the foot of every page leads to. */
const IN_FOOTER = 20;

export function* footer(db: Sql): Plan<FooterLink[]> {
  const rows = yield* all(
    db
      .selectFrom('pages')
      .select(['slug', 'title', 'lang'])
      .where('in_footer', '=', 1)
      .orderBy('slug')
      .limit(IN_FOOTER),
  );
  return rows.map(({ slug, title, lang }) => ({ slug, title, lang }));
}

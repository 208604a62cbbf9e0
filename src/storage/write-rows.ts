import { sql } from 'kysely';
import type { RowChange } from '../domain/fold.ts';
import { SITE } from '../domain/slug.ts';
import type { TopVersion } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { writeFoundTops } from './find/write-tops.ts';
import { writeFound } from './find/write-found.ts';
import { batches, first, run, type Plan, type Sql } from './plan.ts';
import {
  authorCodec,
  correctionCodec,
  pageCodec,
  siteCodec,
  mediaCodec,
  storyCodec,
  topCodec,
  updateCodec,
  type Tables,
} from './tables.ts';

/** Writes what a change says of the rows, in the order given: a later change of a row replaces an earlier one. */
export function* writeRows(db: Sql, rows: RowChange[]): Plan<void> {
  const updates: Update[] = [];
  const last = lastOfEach(rows);
  for (const row of last) {
    if (row.row === 'update') updates.push(row.value);
    else yield* writeRow(db, row);
  }
  yield* writeFound(db, updates);
  for (const row of last) if (row.row === 'top') yield* putByline(db, row.value);
  for (const batch of batches(updates)) yield* putOwn(db, 'updates', batch.map(updateCodec.toRow));
  yield* writeFoundTops(db, last);
}

function* writeRow(db: Sql, row: Exclude<RowChange, { row: 'update' }>): Plan<void> {
  switch (row.row) {
    case 'story':
      return yield* put(db, 'stories', ['id'], storyCodec.toRow(row.value));
    case 'top':
      return yield* put(db, 'tops', ['story_id', 'version'], topCodec.toRow(row.value));
    case 'correction':
      return yield* putOwn(db, 'corrections', [correctionCodec.toRow(row.value)]);
    case 'slug':
      return yield* put(db, 'slugs', ['slug'], { slug: row.value.slug, story_id: row.value.storyId });
    case 'author':
      return yield* put(db, 'authors', ['slug'], authorCodec.toRow(row.value));
    case 'site':
      return yield* put(db, 'site', ['id'], { id: SITE, ...siteCodec.toRow(row.value) });
    case 'page':
      return yield* put(db, 'pages', ['slug'], pageCodec.toRow(row.value));
    case 'forget-page':
      return yield* run(db.deleteFrom('pages').where('slug', '=', row.slug));
    case 'media':
      return yield* put(db, 'media', ['id'], mediaCodec.toRow(row.value));
    case 'forget-corrections':
      return yield* run(db.deleteFrom('corrections').where('update_id', '=', row.updateId));
  }
}

/** A long import changes its story's row with every event; only the last one has to be written. */
function lastOfEach(rows: RowChange[]): RowChange[] {
  const last = new Map<string, number>();
  rows.forEach((row, index) => last.set(keyOf(row, index), index));
  return rows.filter((row, index) => last.get(keyOf(row, index)) === index);
}

function keyOf(row: RowChange, index: number): string {
  if (row.row === 'story' || row.row === 'update') return `${row.row} ${row.value.id}`;
  return `${index}`;
}

/** Who is named on a story now, so that an author's stories can be found without reading every top. Comes after its row. */
function* putByline(db: Sql, { storyId, top }: TopVersion): Plan<void> {
  yield* run(db.deleteFrom('bylines').where('story_id', '=', storyId));
  const names = [...new Set(top.byline)];
  if (names.length === 0) return;
  const story = yield* first(db.selectFrom('stories').select('opened_at').where('id', '=', storyId));
  const opened_at = story?.opened_at ?? '';
  yield* run(db.insertInto('bylines').values(names.map((name) => ({ name, story_id: storyId, opened_at }))));
}

const names = (columns: string[]) => sql.join(columns.map((column) => sql.ref(column)));

/** Insert, or replace what stands under the same key. Columns are the row's own. */
function put(db: Sql, table: keyof Tables, key: string[], row: object): Plan<void> {
  return run({ compile: () => putting(table, key, [row]).compile(db) });
}

type Owned = { id: string; story_id: string };

/** As `put`, several at once, but an id that stands in another story is never taken over. */
function* putOwn(db: Sql, table: 'updates' | 'corrections', rows: Owned[]): Plan<void> {
  const own = sql`where ${sql.ref(`${table}.story_id`)} = ${sql.ref('excluded.story_id')} returning ${sql.ref('id')}`;
  const written = yield sql`${putting(table, ['id'], rows)} ${own}`.compile(db);
  if (written.length < rows.length) {
    throw new Error(`a row of story ${rows[0]?.story_id} in ${table} belongs to another story`);
  }
}

function putting(table: keyof Tables, key: string[], rows: object[]) {
  const columns = Object.keys(rows[0] ?? {});
  const kept = columns.filter((column) => !key.includes(column));
  const replace = sql.join(kept.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  const values = sql.join(
    rows.map((row) => sql`(${sql.join(columns.map((column) => row[column as keyof typeof row]))})`),
  );
  return sql`insert into ${sql.table(table)} (${names(columns)}) values ${values}
    on conflict (${names(key)}) do update set ${replace}`;
}

import { sql } from 'kysely';
import type { Media } from '../../domain/media.ts';
import { SITE } from '../../domain/slug.ts';
import { media as publicMedia } from '../media-readings.ts';
import { all, atMost, first, run, type Plan, type Sql } from '../plan.ts';
import type { CommitResult } from '../storage.ts';
import { heldMediaCodec, mediaCodec, type StoredHeldMedia } from '../tables.ts';
import type { DeskPicture, HeldMedia, HeldMediaStore, HeldWrite } from './held-media-store.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

export const heldMediaReadingPlans = {
  findHeldMedia,
  heldMediaByDigest,
  deskPictures,
  listDeskPictures,
  unfinishedHeldMedia,
};

/** As many ids as one statement lists: both engines bound the values a statement takes. */
const LISTED = 500;

const fromRow = (row: Parameters<typeof heldMediaCodec.fromRow>[0]): HeldMedia => {
  const { media, takenInBy, version, publishedAt } = heldMediaCodec.fromRow(row);
  return { media, takenInBy, version, publishedAt };
};

const held = (db: Sql) => db.selectFrom('held_media').selectAll().where('published_at', 'is', null);

function* findHeldMedia(db: Sql, ids: string[]): Result<HeldMediaStore['find']> {
  const asked = [...new Set(ids)].slice(0, LISTED);
  if (asked.length === 0) return [];
  return (yield* all(held(db).where('id', 'in', asked).orderBy('id'))).map(fromRow);
}

function* heldMediaByDigest(db: Sql, digest: string): Result<HeldMediaStore['byDigest']> {
  const row = yield* first(held(db).where('digest', '=', digest).orderBy('id').limit(1));
  return row && fromRow(row);
}

function* deskPictures(db: Sql, ids: string[]): Result<HeldMediaStore['pictures']> {
  const asked = [...new Set(ids)].slice(0, LISTED);
  if (asked.length === 0) return [];
  const shown = yield* publicMedia(db, asked);
  const kept = yield* findHeldMedia(db, asked);
  const pictures = [...(yield* takenIn(db, shown)), ...kept.map(asHeld)];
  return pictures.toSorted((a, b) => (a.media.id < b.media.id ? -1 : 1));
}

const asHeld = ({ media, version, takenInBy }: HeldMedia): DeskPicture => ({
  media,
  held: version,
  takenInBy,
});

/** Public pictures with whoever took them in, where they came by the desk. */
function* takenIn(db: Sql, media: Media[]): Plan<DeskPicture[]> {
  if (media.length === 0) return [];
  const ids = media.map(({ id }) => id);
  const rows = yield* all(db.selectFrom('held_media').select(['id', 'taken_in_by']).where('id', 'in', ids));
  const by = new Map(rows.map((row) => [row.id, row.taken_in_by]));
  return media.map((one) => ({ media: one, held: null, takenInBy: by.get(one.id) ?? null }));
}

/** Ids sort by the time they were made, so the last one of a page is its cursor. */
function* listDeskPictures(
  db: Sql,
  { limit, cursor, words }: Parameters<HeldMediaStore['list']>[0],
): Result<HeldMediaStore['list']> {
  const most = atMost(limit + 1);
  const like = words === null ? null : `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  let kept = held(db).orderBy('id', 'desc').limit(most);
  let shown = db.selectFrom('media').selectAll().orderBy('id', 'desc').limit(most);
  if (cursor !== null) {
    kept = kept.where('id', '<', cursor);
    shown = shown.where('id', '<', cursor);
  }
  if (like !== null) {
    const said = sql<string>`lower(coalesce(alt, '') || ' ' || coalesce(caption, '') || ' ' || coalesce(credit, ''))`;
    kept = kept.where(sql<boolean>`words like ${like} escape '\\'`);
    shown = shown.where(sql<boolean>`${said} like ${like} escape '\\'`);
  }
  const pictures = [
    ...(yield* all(kept)).map(fromRow).map(asHeld),
    ...(yield* takenIn(db, (yield* all(shown)).map(mediaCodec.fromRow))),
  ].toSorted((a, b) => (a.media.id > b.media.id ? -1 : 1));
  const items = pictures.slice(0, limit);
  return { items, next: pictures.length > limit ? (items.at(-1)?.media.id ?? null) : null };
}

function* unfinishedHeldMedia(db: Sql, after: string, limit: number): Result<HeldMediaStore['unfinished']> {
  const asked = held(db).where('ready', '=', 0).where('id', '>', after);
  return (yield* all(asked.orderBy('id').limit(atMost(limit)))).map(fromRow);
}

/** A picture that a change was decided on has moved on, or another one has its bytes already. */
export function* movedPicture(db: Sql, writes: HeldWrite[]): Plan<CommitResult | null> {
  for (const { held: wanted, expected } of writes) {
    const { id, digest } = wanted.media;
    const standing =
      expected === null
        ? yield* first(held(db).select('version').where('digest', '=', digest))
        : yield* first(held(db).select('version').where('id', '=', id));
    const current = standing?.version ?? null;
    if (current !== expected) return { type: 'stale', storyId: SITE, current: current ?? 0 };
  }
  return null;
}

export function* writeHeldMedia(db: Sql, writes: HeldWrite[]): Plan<void> {
  for (const { held: wanted, expected } of writes) {
    const row = heldMediaCodec.toRow(stored(wanted));
    if (expected === null) yield* run(db.insertInto('held_media').values(row));
    else yield* run(db.updateTable('held_media').set(row).where('id', '=', row.id));
  }
}

function stored({ media, takenInBy, version, publishedAt }: HeldMedia): StoredHeldMedia {
  const { id, digest, at, ready, alt, caption, credit } = media;
  const words = [alt, caption, credit]
    .filter((text) => text !== null)
    .join(' ')
    .toLowerCase();
  return { id, digest, media, words, takenInBy, at, version, ready, publishedAt };
}

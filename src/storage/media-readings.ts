import type { Media } from '../domain/media.ts';
import { all, atMost, first, type Plan, type Sql } from './plan.ts';
import type { Page } from './storage.ts';
import { mediaCodec } from './tables.ts';

/** As many ids as one statement lists: both engines bound the values a statement takes. */
const LISTED = 500;

export function* media(db: Sql, ids: string[]): Plan<Media[]> {
  const asked = [...new Set(ids)];
  const found: Media[] = [];
  for (let start = 0; start < asked.length; start += LISTED) {
    const query = db
      .selectFrom('media')
      .selectAll()
      .where('id', 'in', asked.slice(start, start + LISTED));
    found.push(...(yield* all(query)).map(mediaCodec.fromRow));
  }
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export function* mediaByDigest(db: Sql, digest: string): Plan<Media | null> {
  const row = yield* first(
    db.selectFrom('media').selectAll().where('digest', '=', digest).orderBy('id').limit(1),
  );
  return row && mediaCodec.fromRow(row);
}

/** Ids sort by the time they were made, so the last one of a page is its cursor. */
export function* listMedia(db: Sql, { limit, cursor }: Page): Plan<{ items: Media[]; next: string | null }> {
  let query = db
    .selectFrom('media')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(atMost(limit + 1));
  if (cursor !== null) query = query.where('id', '<', cursor);
  const found = (yield* all(query)).map(mediaCodec.fromRow);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export function* unfinishedMedia(db: Sql, after: string, limit: number): Plan<Media[]> {
  const query = db
    .selectFrom('media')
    .selectAll()
    .where('ready', '=', 0)
    .where('id', '>', after)
    .orderBy('id')
    .limit(atMost(limit));
  return (yield* all(query)).map(mediaCodec.fromRow);
}

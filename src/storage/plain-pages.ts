import type { PlainPage } from '../domain/site.ts';
import { all, atMost, first, type Plan, type Sql } from './plan.ts';
import type { Page } from './storage.ts';
import { pageCodec } from './tables.ts';

export function* plainPage(db: Sql, slug: string): Plan<PlainPage | null> {
  const row = yield* first(db.selectFrom('pages').selectAll().where('slug', '=', slug));
  return row && pageCodec.fromRow(row);
}

export function* plainPages(db: Sql, page: Page): Plan<{ items: PlainPage[]; next: string | null }> {
  const rows = yield* all(
    db
      .selectFrom('pages')
      .selectAll()
      .where('slug', '>', page.cursor ?? '')
      .orderBy('slug')
      .limit(atMost(page.limit + 1)),
  );
  const items = rows.slice(0, page.limit).map(pageCodec.fromRow);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.slug ?? null) : null };
}

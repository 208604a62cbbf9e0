import type { Codec } from '../rows.ts';

/** Where a page of a list ended whose newest come first: `<at> <id>` of its last. */
export function placeOf(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = cursor.split(' ');
  return { at, id };
}

/** A page of such a list, of one row more than it holds where there are more. */
export function pageOf<T extends { at: string; id: string }, Row>(
  rows: Row[],
  limit: number,
  { fromRow }: Codec<T, Row>,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit).map(fromRow);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? `${last.at} ${last.id}` : null };
}

import { SOUGHT_MAX } from '../domain/find/sought.ts';
import { cleanText } from '../domain/plain-text.ts';
import { storyPath } from '../domain/addresses.ts';

export type Order = 'newest' | 'oldest';

/** Which updates of a story are shown, all of it together; null: no matter. */
export type Filter = { only: 'key' | null; author: string | null; outlet: string | null; q: string | null };

/** Which updates of a story a page shows: those that a filter lets through, in which order, after which seq (null: from the start). */
export type Place = Filter & { order: Order; after: number | null };

/** The story as it is without being asked: all of it, the newest first. */
export const WHOLE: Place = {
  only: null,
  author: null,
  outlet: null,
  q: null,
  order: 'newest',
  after: null,
};

export const isFiltered = ({ only, author, outlet, q }: Filter): boolean =>
  only !== null || author !== null || outlet !== null || q !== null;

/** Address of a page of a story's updates: one spelling for one place. */
export function pagePath(slug: string, place: Partial<Place>): string {
  const { only, author, outlet, q, order, after } = { ...WHOLE, ...place };
  const query = new URLSearchParams();
  if (only !== null) query.set('only', only);
  if (author !== null) query.set('author', author);
  if (outlet !== null) query.set('outlet', outlet);
  if (q !== null) query.set('q', q);
  if (order === 'oldest') query.set('order', order);
  if (after !== null) query.set('page', String(after));
  return storyPath(slug) + (query.size > 0 ? `?${query.toString()}` : '');
}

/** Where a page's updates begin: what leads to other updates leads there, not to the top of the story once more. */
export const UPDATES = '#updates-heading';

/** A seq is at most what both engines' integers hold. */
const SEQ_MAX = 2_147_483_647;

/** Characters of a name, as it can be written. */
const NAME_MAX = 200;

/** A question is kept a little beyond what is looked into, so that the page can show what was too long. */
const Q_KEPT = SOUGHT_MAX + 1;

/** Reads a page's query; null where it names nothing there could be. A field left empty asks nothing; other parameters are not ours to mind. */
export function placeOf(query: Record<string, unknown>): Place | null {
  const given = (name: string): string | null | undefined => {
    const value = query[name];
    if (value === undefined) return null;
    if (typeof value !== 'string') return undefined;
    return cleanText(value).replace(/\s+/g, ' ').trim() || null;
  };
  const [order, only, page] = [given('order') ?? 'newest', given('only'), given('page')];
  const [author, outlet, q] = [given('author'), given('outlet'), given('q')];
  if (order !== 'newest' && order !== 'oldest') return null;
  if (only !== null && only !== 'key') return null;
  if (page === undefined || author === undefined || outlet === undefined || q === undefined) return null;
  if ([author, outlet].some((name) => name !== null && name.length > NAME_MAX)) return null;
  if (page !== null && (!/^[1-9]\d{0,9}$/.test(page) || Number(page) > SEQ_MAX)) return null;
  if (Array.isArray(query['order'])) return null;
  const after = page === null ? null : Number(page);
  return { order, only, author, outlet, q: q === null ? null : q.slice(0, Q_KEPT).toWellFormed(), after };
}

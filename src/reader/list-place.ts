/** The query parameter in which lists of cards are gone through. */
export const PAGE = 'page';

/** Where a page of cards begins; null: at the first. */
export type ListPlace = { cursor: string | null };

const INSTANT = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** After a card of the front page or a section: its state, when it was last updated, its id. */
export const AFTER_CARD = new RegExp(`^(?:live|paused|ended)~${INSTANT}~${ID}$`);
/** After one of an author's stories: when it was opened, its id. */
export const AFTER_OPENED = new RegExp(`^${INSTANT}~${ID}$`);

/** Storage's cursor as it stands in an address; the pages' script writes it the same way. */
export const placeText = (cursor: string): string => cursor.replaceAll(' ', '~');

/** Reads `?page=`; null where it names nothing there could be. */
export function readListPlace(query: Record<string, unknown>, form: RegExp): ListPlace | null {
  const given = query[PAGE];
  if (given === undefined) return { cursor: null };
  if (typeof given !== 'string' || !form.test(given)) return null;
  return { cursor: given.replaceAll('~', ' ') };
}

/** The address of a page of a list. */
export function listPath(path: string, cursor: string | null): string {
  return cursor === null ? path : `${path}?${PAGE}=${placeText(cursor)}`;
}

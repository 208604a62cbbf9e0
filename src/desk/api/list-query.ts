import { Type, type TProperties } from 'typebox';
import { readCursor, writeCursor } from '../../web/cursor.ts';
import { closed } from '../../schemas/fields.ts';

/** Entries of one page. */
const PAGE = { default: 50, most: 200 };

/** What a list is asked by: `?limit=&cursor=`, and what is its own. */
export const listQuery = <T extends TProperties>(own: T) =>
  closed({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE.most })),
    cursor: Type.Optional(Type.String({ maxLength: 300 })),
    ...own,
  });

/** An instant and an id: where most lists stand. */
export const INSTANT_AND_ID = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\da-z-]{1,64}$/;

type Asked = { limit?: number; cursor?: string };

/** The page asked for; throws `MalformedRequest` where the cursor is none of that form. */
export const pageOf = (
  { limit, cursor }: Asked,
  form = INSTANT_AND_ID,
): { limit: number; cursor: string | null } => ({
  limit: limit ?? PAGE.default,
  cursor: readCursor(cursor, form),
});

export const nextOf = (next: string | null): string | null => (next === null ? null : writeCursor(next));

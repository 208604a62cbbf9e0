import { Type, type TProperties, type TSchema } from 'typebox';
import { closed } from '../../schemas/fields.ts';

/** Entries of one page. */
const PAGE = { default: 50, most: 200 };

/** What every list is asked by: `?limit=&cursor=`, and fields of its own. */
export const listQuery = <T extends TProperties>(more: T) =>
  closed({
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: PAGE.most,
        default: PAGE.default,
        description: 'How many at most.',
      }),
    ),
    cursor: Type.Optional(Type.String({ maxLength: 200, description: 'The "next" of the page before.' })),
    ...more,
  });

export const pageLimit = (limit: number | undefined): number => limit ?? PAGE.default;

/** `{ items, next }`; `next` is null on the last page. */
export const listOf = (items: TSchema) =>
  Type.Object({
    items: Type.Array(items),
    next: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Cursor of the next page.' }),
  });

import { MalformedRequest } from './malformed-request.ts';

/** A place in a list, opaque to whoever carries it. */
export const writeCursor = (place: string): string => Buffer.from(place).toString('base64url');

/** Reads a cursor back; the place must be of the given form. Throws `MalformedRequest`. */
export function readCursor(cursor: string | undefined, form: RegExp): string | null {
  if (cursor === undefined) return null;
  const place = Buffer.from(cursor, 'base64url').toString('latin1');
  if (form.test(place) && writeCursor(place) === cursor) return place;
  throw MalformedRequest.at([
    { pointer: '/query/cursor', detail: 'must be the "next" of the page before, as it was given' },
  ]);
}

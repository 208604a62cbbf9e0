import { Type } from 'typebox';
import { isId } from '../../../../domain/id.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { MediaListWire } from '../../../shared/wire.ts';
import { mediaWire } from '../../media-wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

const PAGE = 40;

/** The newsroom's pictures, held ones among them, the last taken in first; `q` stands in what is said of them. */
export const listPictures = deskEndpoint({
  at: 'GET /media',
  query: closed({
    cursor: Type.Optional(Type.String({ maxLength: 36 })),
    q: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  async answer({ newsroom, query: { cursor = '', q = '' } }) {
    if (cursor !== '' && !isId(cursor))
      return { type: 'invalid', errors: [{ pointer: '/cursor', detail: 'is none that a page ended with' }] };
    const words = q.trim() === '' ? null : q.trim();
    const ask = { limit: PAGE, cursor: cursor === '' ? null : cursor, words };
    const { items, next } = await newsroom.storage.heldMedia.list(ask);
    return ok({ items: items.map(mediaWire), next } satisfies MediaListWire);
  },
});

import { mediaJson } from '../../distribution/formats/media-json.ts';
import { readCursor, writeCursor } from '../../web/cursor.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { listOf, listQuery, pageLimit } from '../schemas/lists.ts';
import { media as mediaSchema } from '../schemas/media.ts';

/** A picture's id. */
const PLACE = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export const listMediaEndpoint = endpoint({
  at: 'GET /media',
  summary: 'List pictures',
  description: 'Last taken in first.',
  query: listQuery({}),
  success: { status: 200, schema: listOf(mediaSchema), description: 'A page of pictures.' },
  refuses: [],
  async answer({ newsroom, baseUrl, query }) {
    const cursor = readCursor(query.cursor, PLACE);
    const page = await newsroom.storage.listMedia({ limit: pageLimit(query.limit), cursor });
    const items = page.items.map((media) => mediaJson(media, baseUrl()));
    return reply(200, { items, next: page.next === null ? null : writeCursor(page.next) });
  },
});

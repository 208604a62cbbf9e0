import { readCursor, writeCursor } from '../../web/cursor.ts';
import { endpoint } from '../endpoint.ts';
import { pageEntryOf } from '../page-view.ts';
import { reply } from '../reply.ts';
import { listOf, listQuery, pageLimit } from '../schemas/lists.ts';
import { pageEntry } from '../../schemas/site.ts';

/** A slug. */
const PLACE = /^[^\s\0]{1,400}$/;

export const listPagesEndpoint = endpoint({
  at: 'GET /pages',
  summary: 'List the newsroom’s own pages',
  description: 'By address.',
  query: listQuery({}),
  success: { status: 200, schema: listOf(pageEntry), description: 'A page of pages.' },
  refuses: [],
  async answer({ newsroom, baseUrl, query }) {
    const place = readCursor(query.cursor, PLACE);
    const cursor = place === null ? null : decodeURIComponent(place);
    const page = await newsroom.storage.plainPages({ limit: pageLimit(query.limit), cursor });
    const items = page.items.map((found) => pageEntryOf(found, baseUrl()));
    return reply(200, {
      items,
      next: page.next === null ? null : writeCursor(encodeURIComponent(page.next)),
    });
  },
});

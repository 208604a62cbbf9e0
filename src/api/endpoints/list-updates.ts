import { Type } from 'typebox';
import { MalformedRequest } from '../../web/malformed-request.ts';
import { readCursor, writeCursor } from '../../web/cursor.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { update } from '../schemas/answers.ts';
import { slugParams } from '../../schemas/fields.ts';
import { listOf, listQuery, pageLimit } from '../schemas/lists.ts';
import { updateView } from '../update-view.ts';

type Order = 'oldest' | 'newest';

/** The order of the list, and the seq its page ended with. */
const PLACE = /^(oldest|newest) [1-9]\d{0,14}$/;

const order = Type.Unsafe<Order>({
  enum: ['oldest', 'newest'],
  default: 'oldest',
  description: 'Which come first.',
});

export const listUpdatesEndpoint = endpoint({
  at: 'GET /stories/:slug/updates',
  summary: 'List a story’s updates',
  description: 'Retracted ones are among them, as stubs without words.',
  params: slugParams,
  query: listQuery({ order: Type.Optional(order) }),
  success: { status: 200, schema: listOf(update), description: 'A page of updates.' },
  refuses: ['unknown-story'],
  async answer({ newsroom: { storage }, baseUrl, params, query }) {
    const ask = { limit: pageLimit(query.limit), ...readPlace(query.cursor, query.order) };
    const found = await storage.findStory(params);
    const snapshot = found && (await storage.snapshot(found.story.id, ask));
    if (!snapshot) return { type: 'unknown-story', slug: params.slug };
    const items = snapshot.updates.map((one) => updateView(one, snapshot, baseUrl()));
    const last = snapshot.updates.at(-1);
    const next = snapshot.more && last ? writeCursor(`${ask.order} ${last.seq}`) : null;
    return reply(200, { items, next });
  },
});

function readPlace(cursor: string | undefined, asked: Order | undefined): { order: Order; after?: number } {
  const place = readCursor(cursor, PLACE);
  if (place === null) return { order: asked ?? 'oldest' };
  const [began, after] = place.split(' ') as [Order, string];
  if (asked !== undefined && asked !== began) {
    throw MalformedRequest.at([
      { pointer: '/query/order', detail: `must stay "${began}", as this list began` },
    ]);
  }
  return { order: began, after: Number(after) };
}

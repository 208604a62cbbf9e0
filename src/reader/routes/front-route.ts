import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageFor } from '../../render/language.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf, readSiteFrame } from '../frame.ts';
import { AFTER_CARD, listPath, readListPlace, type ListPlace } from '../list-place.ts';
import { navigationOf } from '../navigation.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { CARDS, frontPage } from '../pages/front.ts';
import type { Rendered } from '../serving/page-cache.ts';
import type { Room } from '../room.ts';
import { send } from '../../web/serving/send.ts';

type FrontRequest = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** The front page: it is as fresh as the last event of any log. */
export function frontRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/', async (request: FrontRequest, reply) => {
    const place = readListPlace(request.query, AFTER_CARD);
    if (!place) return notFoundAnswer(room, request, reply, 'page');
    const key = listPath('/', place.cursor);
    const found = await cache.orHeld(key, async () => ({ position: await storage.position() }));
    if ('held' in found) return send(request, reply, found.held);
    return send(request, reply, await cache.page(key, `${found.position}`, () => render(room, place)));
  });
}

async function render(room: Room, { cursor }: ListPlace): Promise<Rendered> {
  const { storage } = room;
  const [read, { cards, next, ...at }] = await Promise.all([
    readSiteFrame(room),
    storage.frontPage(CARDS, { cursor }),
  ]);
  const frame = frameOf(room, read, languageFor(read));
  const navigation = await navigationOf(storage, read.site);
  const page = frontPage(frame, { cursor, cards, next }, navigation, at);
  return { version: `${at.position}`, finished: finishPage(frame, page) };
}

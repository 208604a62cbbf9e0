import type { FastifyInstance } from 'fastify';
import { languageFor } from '../render/language.ts';
import { finishPage } from './finished.ts';
import { CARDS, frontPage } from './pages/front.ts';
import type { Rendered } from './page-cache.ts';
import type { Room } from './room.ts';
import { send } from './send.ts';

/** The front page: it is as fresh as the last event of any log. */
export function frontRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/', async (request, reply) => {
    const found = await cache.orHeld('/', async () => ({ position: await storage.position() }));
    if ('held' in found) return send(request, reply, found.held);
    return send(request, reply, await cache.page('/', `${found.position}`, () => render(room)));
  });
}

async function render({ storage, assets, baseUrl }: Room): Promise<Rendered> {
  const [{ site }, { position, cards }] = await Promise.all([storage.site(), storage.frontPage(CARDS)]);
  const frame = { assets, baseUrl: baseUrl(), site, language: languageFor({ site }) };
  const page = frontPage(frame, cards, position);
  return { version: `${position}`, finished: finishPage(frame, page) };
}

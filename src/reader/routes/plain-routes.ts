import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HOW_WE_CORRECT, plainPagePath } from '../../domain/addresses.ts';
import { picturesIn } from '../../domain/document.ts';
import { languageOf } from '../../render/language.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf, readSiteFrame } from '../frame.ts';
import { navigationOf } from '../navigation.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { CORRECTIONS_SLUG } from '../pages/colophon.ts';
import { howWeCorrectPage } from '../pages/how-we-correct.ts';
import { plainPage } from '../pages/plain.ts';
import type { Room } from '../room.ts';
import { ASK_EACH_TIME } from '../../web/serving/caching.ts';
import { send } from '../../web/serving/send.ts';

type PageRequest = FastifyRequest<{ Params: { slug: string } }>;
type HowRequest = FastifyRequest<{ Querystring: { lang?: unknown } }>;

/** The newsroom's own pages. They are as fresh as the last event of any log: the sections they lead to are. */
export function plainRoutes(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;

  server.get('/pages/:slug', async (request: PageRequest, reply) => {
    const { slug } = request.params;
    const key = plainPagePath(slug);
    const found = await cache.orHeld(key, async () => {
      const position = await storage.position();
      const page = await storage.plainPage(slug);
      return page && { page, position };
    });
    if (!found) return notFoundAnswer(room, request, reply, 'page');
    if ('held' in found) return send(request, reply, found.held);
    const { page, position } = found;
    const finished = await cache.page(key, `${position}`, async () => {
      const read = await readSiteFrame(room);
      const frame = frameOf(room, read, languageOf([page.lang, read.site.lang]));
      const [media, navigation] = await Promise.all([
        storage.media(picturesIn(page.body)),
        navigationOf(storage, read.site),
      ]);
      const text = plainPage(frame, { page, media, navigation });
      return { version: `${position}`, finished: finishPage(frame, text) };
    });
    return send(request, reply, finished);
  });

  server.get(HOW_WE_CORRECT, async (request: HowRequest, reply) => {
    const tag = languageOf([typeof request.query.lang === 'string' ? request.query.lang : null]).tag;
    const asked = request.query.lang === undefined ? null : tag;
    const key = `${HOW_WE_CORRECT} ${asked ?? ''}`;
    const found = await cache.orHeld(key, async () => ({
      position: await storage.position(),
      own: await storage.plainPage(CORRECTIONS_SLUG),
    }));
    if ('held' in found) return send(request, reply, found.held);
    const { position, own } = found;
    // The newsroom may take its page down again.
    if (own)
      return reply.header('cache-control', ASK_EACH_TIME).redirect(plainPagePath(CORRECTIONS_SLUG), 302);
    const finished = await cache.page(key, `${position}`, async () => {
      const read = await readSiteFrame(room);
      const frame = frameOf(room, read, languageOf([asked, read.site.lang]));
      const text = howWeCorrectPage(frame, await navigationOf(storage, read.site));
      return { version: `${position}`, finished: finishPage(frame, text) };
    });
    return send(request, reply, finished);
  });
}

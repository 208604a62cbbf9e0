import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorPath } from '../../domain/addresses.ts';
import type { Author } from '../../domain/author.ts';
import { languageFor } from '../../render/language.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf, readSiteFrame } from '../frame.ts';
import { AFTER_OPENED, listPath, readListPlace, type ListPlace } from '../list-place.ts';
import { navigationOf } from '../navigation.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { authorPage, STORIES } from '../pages/author.ts';
import type { Rendered } from '../serving/page-cache.ts';
import type { Room } from '../room.ts';
import { send } from '../../web/serving/send.ts';

type AuthorRequest = FastifyRequest<{ Params: { slug: string }; Querystring: Record<string, unknown> }>;

/** An author's page. It lists many stories, so it is as fresh as the last event of any log. */
export function authorRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/authors/:slug', async (request: AuthorRequest, reply) => {
    const { slug } = request.params;
    const place = readListPlace(request.query, AFTER_OPENED);
    if (!place) return notFoundAnswer(room, request, reply, 'page');
    const key = listPath(authorPath(slug), place.cursor);
    const found = await cache.orHeld(key, async () => {
      const position = await storage.position();
      const author = await storage.author(slug);
      return author && { position, author };
    });
    if (!found) return notFoundAnswer(room, request, reply, 'author');
    if ('held' in found) return send(request, reply, found.held);
    const { author, position } = found;
    const finished = await cache.page(key, `${position}`, () => render(room, author, place, position));
    return send(request, reply, finished);
  });
}

async function render(
  room: Room,
  author: Author,
  { cursor }: ListPlace,
  position: number,
): Promise<Rendered> {
  const { storage } = room;
  const [read, { items, next }] = await Promise.all([
    readSiteFrame(room),
    storage.storiesByAuthor(author.name, { limit: STORIES, cursor }),
  ]);
  const cards = items.map(({ story, seq }) => ({ story, seq, latest: null }));
  const frame = frameOf(room, read, languageFor(read));
  const page = authorPage(frame, author, { cursor, cards, next }, await navigationOf(storage, read.site));
  // The position was read first: should more have happened meanwhile, the next reader gets a new rendering.
  return { version: `${position}`, finished: finishPage(frame, page) };
}

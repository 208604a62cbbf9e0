import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorPath } from '../domain/addresses.ts';
import type { Author } from '../domain/author.ts';
import { languageFor } from '../render/language.ts';
import { finishPage } from './finished.ts';
import { notFoundAnswer } from './not-found-answer.ts';
import { authorPage, STORIES } from './pages/author.ts';
import type { Rendered } from './page-cache.ts';
import type { Room } from './room.ts';
import { send } from './send.ts';

type AuthorRequest = FastifyRequest<{ Params: { slug: string } }>;

/** An author's page. It lists many stories, so it is as fresh as the last event of any log. */
export function authorRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/authors/:slug', async (request: AuthorRequest, reply) => {
    const { slug } = request.params;
    const key = authorPath(slug);
    const found = await cache.orHeld(key, async () => {
      const position = await storage.position();
      const author = await storage.author(slug);
      return author && { position, author };
    });
    if (!found) return notFoundAnswer(room, request, reply, 'author');
    if ('held' in found) return send(request, reply, found.held);
    const { author, position } = found;
    const finished = await cache.page(key, `${position}`, () => render(room, author, position));
    return send(request, reply, finished);
  });
}

async function render(
  { storage, assets, baseUrl }: Room,
  author: Author,
  position: number,
): Promise<Rendered> {
  const [{ site }, stories] = await Promise.all([
    storage.site(),
    storage.storiesByAuthor(author.name, STORIES),
  ]);
  const cards = stories.map(({ story, seq }) => ({ story, seq, latest: null }));
  const frame = { assets, baseUrl: baseUrl(), site, language: languageFor({ site }) };
  const page = authorPage(frame, author, cards);
  // The position was read first: should more have happened meanwhile, the next reader gets a new rendering.
  return { version: `${position}`, finished: finishPage(frame, page) };
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SEARCH } from '../../domain/addresses.ts';
import { SOUGHT_MAX, termsOf } from '../../domain/find/sought.ts';
import { cleanText } from '../../domain/plain-text.ts';
import { languageFor } from '../../render/language.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf, readSiteFrame } from '../frame.ts';
import { navigationOf } from '../navigation.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import type { Rendered } from '../serving/page-cache.ts';
import { HITS, searchPage, searchPath, type Asked } from '../pages/search.ts';
import type { Room } from '../room.ts';
import { send } from '../../web/serving/send.ts';

type Asking = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** Search in all stories. What was asked once is answered from what is held until something happens anywhere. */
export function searchRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get(SEARCH, async (request: Asking, reply) => {
    const asked = askedIn(request.query);
    if (!asked) return notFoundAnswer(room, request, reply, 'page');
    const key = searchPath(asked.q, asked.cursor);
    const found = await cache.orHeld(key, async () => ({ position: await storage.position() }));
    if ('held' in found) return send(request, reply, found.held);
    const { position } = found;
    return send(request, reply, await cache.page(key, `${position}`, () => render(room, asked, position)));
  });
}

async function render(room: Room, asked: Asked, position: number): Promise<Rendered> {
  const { storage } = room;
  const { terms, cursor } = asked;
  const [read, found] = await Promise.all([
    readSiteFrame(room),
    storage.search({ terms, cursor, limit: HITS }),
  ]);
  const frame = frameOf(room, read, languageFor(read));
  const page = searchPage(frame, asked, found, await navigationOf(storage, read.site));
  // The position was read first: should more have happened meanwhile, the next reader gets a new rendering.
  return { version: `${position}`, finished: finishPage(frame, page) };
}

/** Reads `?q=` and `?from=`; null where they are no words, or no place a page ended with. */
function askedIn({ q = '', from }: Record<string, unknown>): Asked | null {
  if (typeof q !== 'string') return null;
  if (from !== undefined && (typeof from !== 'string' || !/^[0-3]\.-?\d{1,16}$/.test(from))) return null;
  // A little beyond what is looked into, so that the page can show what was too long.
  const words = cleanText(q)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SOUGHT_MAX + 1)
    .toWellFormed();
  const terms = words.length > SOUGHT_MAX ? [] : termsOf(words);
  return { q: words === '' ? null : words, terms, cursor: from ?? null };
}

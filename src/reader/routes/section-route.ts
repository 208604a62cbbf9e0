import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sectionPath } from '../../domain/addresses.ts';
import { languageFor } from '../../render/language.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf, readSiteFrame } from '../frame.ts';
import { AFTER_CARD, listPath, readListPlace } from '../list-place.ts';
import { navigationOf } from '../navigation.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { IN_SECTION, sectionPage } from '../pages/section.ts';
import type { Room } from '../room.ts';
import { send } from '../../web/serving/send.ts';

type SectionRequest = FastifyRequest<{ Params: { slug: string }; Querystring: Record<string, unknown> }>;

/** A section's page, by the address its name makes. It is as fresh as the last event of any log. */
export function sectionRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/sections/:slug', async (request: SectionRequest, reply) => {
    const { slug } = request.params;
    const place = readListPlace(request.query, AFTER_CARD);
    if (!place) return notFoundAnswer(room, request, reply, 'page');
    const key = listPath(sectionPath(slug), place.cursor);
    const found = await cache.orHeld(key, async () => {
      const first = await storage.frontPage(1, { ...place, section: slug });
      const section = first.cards[0]?.story.section;
      return section ? { position: first.position, name: section } : null;
    });
    if (!found) return notFoundAnswer(room, request, reply, 'section');
    if ('held' in found) return send(request, reply, found.held);
    const finished = await cache.page(key, `${found.position}`, async () => {
      const [read, { cards, next, ...at }] = await Promise.all([
        readSiteFrame(room),
        storage.frontPage(IN_SECTION, { ...place, section: slug }),
      ]);
      const frame = frameOf(room, read, languageFor(read));
      const navigation = await navigationOf(storage, read.site);
      const name = cards[0]?.story.section ?? found.name;
      const page = sectionPage(frame, { slug, name }, { ...place, cards, next }, navigation, at);
      return { version: `${at.position}`, finished: finishPage(frame, page) };
    });
    return send(request, reply, finished);
  });
}

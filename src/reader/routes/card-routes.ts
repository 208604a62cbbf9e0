import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { storyCardPath, updateCardPath } from '../../domain/addresses.ts';
import type { Refusal } from '../../domain/errors.ts';
import { isId } from '../../domain/id.ts';
import type { Story } from '../../domain/story.ts';
import { cardDrawing, type CardDrawing } from '../../distribution/share-card/drawing.ts';
import { cardVersion, type CardFacts } from '../../distribution/share-card/facts.ts';
import { languageFor } from '../../render/language.ts';
import type { Storage } from '../../storage/storage.ts';
import { problemOf } from '../../web/problem.ts';
import { FOR_EVER } from '../serving/assets.ts';
import { storyCard, updateCard } from '../card-facts.ts';
import { finishPacked } from '../../web/serving/finished.ts';
import { pageCache, type PageCache } from '../serving/page-cache.ts';
import { queryOf } from '../query.ts';
import type { Room } from '../room.ts';
import { leadOn, send } from '../../web/serving/send.ts';

/** Bytes of cards one thread keeps: some seven hundred. */
const BYTES = 16 * 1024 * 1024;

/** A card may be another in a minute, where its address does not say which it is. */
const A_MINUTE = 'public, max-age=60';
/** What an update says may be retracted: no cache on the way may go on showing it. */
const FIVE_MINUTES = 'public, max-age=300';

type CardRequest = FastifyRequest<{ Params: { slug: string; id?: string }; Querystring: { v?: unknown } }>;
type Cards = { storage: Storage; drawing: CardDrawing; cache: PageCache };

/** Thrown through the cache, so that all who wait for a card hear of it. */
class NotDrawn extends Error {}

/** What previews of shared links show: a picture a story, and one an update. */
export function cardRoutes(
  server: FastifyInstance,
  { storage, onTakenBack }: Pick<Room, 'storage' | 'onTakenBack'>,
  drawing: CardDrawing = cardDrawing(),
): void {
  const cards: Cards = { storage, drawing, cache: pageCache(BYTES) };
  onTakenBack?.(cards.cache.forget);
  // Before the server waits for its answers: those that wait for a card are told to come again.
  server.addHook('preClose', () => drawing.close());
  for (const path of ['/stories/:slug/card.png', '/stories/:slug/updates/:id/card.png']) {
    server.get(path, (request: CardRequest, reply) => answer(cards, request, reply));
  }
}

/** The card as it stands now, whichever version is asked for. Former addresses lead to the present one. */
async function answer(cards: Cards, request: CardRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { storage, cache } = cards;
  const { slug, id } = request.params;
  const key = pathOf(slug, id);
  // A picture goes into other sites' pages too: the chat, the feed it was shared in.
  void reply.header('cross-origin-resource-policy', 'cross-origin');
  const found = await cache.orHeld(key, () => findCard(storage, slug, id));
  if ('type' in found) return reply.problem(problemOf(found));
  if ('held' in found) return send(request, reply, found.held, { caching: A_MINUTE });
  const { story, facts } = found;
  if (story.slug !== slug) return leadOn(reply, pathOf(story.slug, id) + queryOf(request.url));
  return sendDrawn(cards, request, reply, { key, facts });
}

type Found =
  | { story: Story; facts: CardFacts }
  | Extract<Refusal, { type: 'unknown-story' | 'unknown-update' }>;

async function findCard(storage: Storage, slug: string, id?: string): Promise<Found> {
  const at = await storage.findStory({ slug });
  if (!at) return { type: 'unknown-story', slug };
  const { story } = at;
  const { site } = await storage.site();
  const told = { site, story, language: languageFor({ site, story }) };
  if (id === undefined) return { story, facts: storyCard(told) };
  const update = isId(id) ? await storage.findUpdate(id) : null;
  if (update?.storyId !== story.id) return { type: 'unknown-update', id };
  return { story, facts: updateCard(told, update) };
}

const pathOf = (slug: string, id?: string): string =>
  id === undefined ? storyCardPath(slug) : updateCardPath(slug, id);

async function sendDrawn(
  { drawing, cache }: Cards,
  request: CardRequest,
  reply: FastifyReply,
  { key, facts }: { key: string; facts: CardFacts },
): Promise<FastifyReply> {
  const version = cardVersion(facts);
  const draw = async () => {
    const drawn = await drawing.draw(facts);
    if (drawn.type !== 'drawn') throw new NotDrawn(drawn.type);
    return { version, finished: finishPacked('image/png', drawn.png) };
  };
  try {
    const finished = await cache.page(key, version, draw);
    const whole = request.query.v === version;
    const lasting = request.params.id === undefined ? FOR_EVER : FIVE_MINUTES;
    return await send(request, reply, finished, { caching: whole ? lasting : A_MINUTE });
  } catch (error) {
    if (error instanceof NotDrawn) return reply.problem(problemOf({ type: 'card-not-drawn' }));
    throw error;
  }
}

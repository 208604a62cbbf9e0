import type { FastifyInstance, FastifyRequest } from 'fastify';
import { storyPath } from '../../domain/addresses.ts';
import { SOUGHT_MAX, termsOf } from '../../domain/find/sought.ts';
import { languageFor } from '../../render/language.ts';
import type { UpdateQuery } from '../../storage/storage.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf } from '../frame.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import type { Rendered } from '../serving/page-cache.ts';
import { PER_PAGE, storyPage } from '../pages/story.ts';
import { queryOf } from '../query.ts';
import { relatedReader, type RelatedAt } from '../related.ts';
import type { Room } from '../room.ts';
import { leadOn, send } from '../../web/serving/send.ts';
import { isFiltered, pagePath, placeOf, type Place } from '../story-place.ts';
import { storyAt } from './story-at.ts';
import { toUpdate } from './to-update.ts';

type StoryRequest = FastifyRequest<{ Params: { slug: string }; Querystring: Record<string, unknown> }>;

/**
 * A story's page: newest update first or oldest, all of them or those that a filter lets through, a page of fifty.
 * Former addresses lead to the present one in one hop; `?u=` leads to where in the story an update stands.
 */
export function storyRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  const relatedTo = relatedReader(storage);
  server.get('/stories/:slug', async (request: StoryRequest, reply) => {
    const { slug } = request.params;
    const place = placeOf(request.query);
    if (!place) return notFoundAnswer(room, request, reply, 'page');
    const key = pagePath(slug, place);
    const found = await cache.orHeld(key, async () => {
      const at = await storyAt(storage, slug);
      return at && { ...at, related: await relatedTo(at.story) };
    });
    if (!found) return notFoundAnswer(room, request, reply, 'story');
    if ('held' in found) return send(request, reply, found.held);
    const { story, seq, siteSeq, related } = found;
    if (story.slug !== slug) return leadOn(reply, storyPath(story.slug) + queryOf(request.url));
    if (request.query['u'] !== undefined) return toUpdate(room, request, reply, story);
    const finished = await cache.page(key, `${seq}.${siteSeq}.${related.digest}`, () =>
      render(room, story.id, place, related),
    );
    return send(request, reply, finished);
  });
}

async function render(
  room: Room,
  storyId: string,
  place: Place,
  { related, digest }: RelatedAt,
): Promise<Rendered> {
  const snapshot = await room.storage.snapshot(storyId, questionOf(place));
  if (!snapshot) throw new Error(`story ${storyId} was there a moment ago`);
  const { seq, siteSeq } = snapshot;
  const frame = frameOf(room, snapshot, languageFor(snapshot));
  const page = storyPage(frame, snapshot, place, related);
  return { version: `${seq}.${siteSeq}.${digest}`, finished: finishPage(frame, page) };
}

function questionOf(place: Place): UpdateQuery {
  const { order, after, only, author, outlet, q } = place;
  return {
    order,
    limit: PER_PAGE,
    names: true,
    count: isFiltered(place),
    ...(after !== null && { after }),
    ...(only !== null && { keyEventsOnly: true }),
    ...(author !== null && { author }),
    ...(outlet !== null && { outlet }),
    ...(q !== null && { terms: q.length > SOUGHT_MAX ? [] : termsOf(q) }),
  };
}

import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { storyPath } from '../../domain/addresses.ts';
import { SOUGHT_MAX, termsOf } from '../../domain/find/sought.ts';
import { slugOf } from '../../domain/slug.ts';
import type { Story } from '../../domain/story.ts';
import type { Related } from '../../render/related.ts';
import { languageFor } from '../../render/language.ts';
import type { Storage, UpdateQuery } from '../../storage/storage.ts';
import { finishPage } from '../serving/finished.ts';
import { frameOf } from '../frame.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import type { Rendered } from '../serving/page-cache.ts';
import { PER_PAGE, storyPage } from '../pages/story.ts';
import { queryOf } from '../query.ts';
import type { Room } from '../room.ts';
import { send } from '../serving/send.ts';
import { isFiltered, pagePath, placeOf, type Place } from '../story-place.ts';
import { toUpdate } from './to-update.ts';

type StoryRequest = FastifyRequest<{ Params: { slug: string }; Querystring: Record<string, unknown> }>;

/**
 * A story's page: newest update first or oldest, all of them or those that a filter lets through, a page of fifty.
 * Former addresses lead to the present one in one hop; `?u=` leads to where in the story an update stands.
 */
export function storyRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/stories/:slug', async (request: StoryRequest, reply) => {
    const { slug } = request.params;
    const place = placeOf(request.query);
    if (!place) return notFoundAnswer(room, request, reply, 'page');
    const key = pagePath(slug, place);
    const found = await cache.orHeld(key, async () => {
      const at = await storage.findStory({ slug });
      return (
        at && { ...at, siteSeq: (await storage.site()).seq, related: await relatedTo(storage, at.story) }
      );
    });
    if (!found) return notFoundAnswer(room, request, reply, 'story');
    if ('held' in found) return send(request, reply, found.held);
    const { story, seq, siteSeq, related } = found;
    if (story.slug !== slug) return reply.redirect(storyPath(story.slug) + queryOf(request.url), 301);
    if (request.query['u'] !== undefined) return toUpdate(room, request, reply, story);
    const finished = await cache.page(key, `${seq}.${siteSeq}.${digestOf(related)}`, () =>
      render(room, story.id, place, related),
    );
    return send(request, reply, finished);
  });
}

/** Other stories the page leads on to. */
const RELATED = 4;

/** Of its own section, or of any where that has no other. */
async function relatedTo(storage: Storage, { id, section }: Story): Promise<Related> {
  const own = section === null ? [] : await storage.relatedStories(id, slugOf(section), RELATED);
  if (own.length > 0) return { section, stories: own };
  return { section: null, stories: await storage.relatedStories(id, null, RELATED) };
}

/** Their headlines turn without an event of this story's log: a page is kept as long as they stand as they did. */
const digestOf = (related: Related): string =>
  createHash('sha256').update(JSON.stringify(related)).digest('base64url').slice(0, 16);

async function render(room: Room, storyId: string, place: Place, related: Related): Promise<Rendered> {
  const snapshot = await room.storage.snapshot(storyId, questionOf(place));
  if (!snapshot) throw new Error(`story ${storyId} was there a moment ago`);
  const { seq, siteSeq } = snapshot;
  const frame = frameOf(room, snapshot, languageFor(snapshot));
  const page = storyPage(frame, snapshot, place, related);
  return { version: `${seq}.${siteSeq}.${digestOf(related)}`, finished: finishPage(frame, page) };
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

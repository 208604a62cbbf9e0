import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { storyPath } from '../domain/addresses.ts';
import { slugOf } from '../domain/slug.ts';
import type { Story } from '../domain/story.ts';
import { languageFor } from '../render/language.ts';
import type { RelatedStory, Storage } from '../storage/storage.ts';
import { finishPage } from './finished.ts';
import { frameOf } from './frame.ts';
import { notFoundAnswer } from './not-found-answer.ts';
import { pagePath, PER_PAGE, storyPage, type Order, type Place } from './pages/story.ts';
import type { Rendered } from './page-cache.ts';
import { queryOf } from './query.ts';
import type { Room } from './room.ts';
import { send } from './send.ts';

type StoryRequest = FastifyRequest<{ Params: { slug: string }; Querystring: Record<string, unknown> }>;

/** A story's page: newest update first or oldest, a page of fifty. Former addresses lead to the present one in one hop. */
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
    const finished = await cache.page(key, `${seq}.${siteSeq}.${digestOf(related)}`, () =>
      render(room, story.id, place, related),
    );
    return send(request, reply, finished);
  });
}

/** Other stories the page leads on to. */
const RELATED = 4;

const relatedTo = (storage: Storage, { id, section }: Story): Promise<RelatedStory[]> =>
  storage.relatedStories(id, section === null ? null : slugOf(section), RELATED);

/** Their headlines turn without an event of this story's log: a page is kept as long as they stand as they did. */
const digestOf = (related: RelatedStory[]): string =>
  createHash('sha256').update(JSON.stringify(related)).digest('base64url').slice(0, 16);

async function render(room: Room, storyId: string, place: Place, related: RelatedStory[]): Promise<Rendered> {
  const { order, after } = place;
  const snapshot = await room.storage.snapshot(storyId, {
    order,
    limit: PER_PAGE,
    ...(after !== null && { after }),
  });
  if (!snapshot) throw new Error(`story ${storyId} was there a moment ago`);
  const { seq, siteSeq } = snapshot;
  const frame = frameOf(room, snapshot, languageFor(snapshot));
  const page = storyPage(frame, snapshot, place, related);
  return { version: `${seq}.${siteSeq}.${digestOf(related)}`, finished: finishPage(frame, page) };
}

/** A seq is at most what both engines' integers hold. */
const SEQ_MAX = 2_147_483_647;

/** Reads `?order=` and `?page=`; null where they name nothing there could be. Other parameters are not ours to mind. */
function placeOf({ order = 'newest', page }: Record<string, unknown>): Place | null {
  if (order !== 'newest' && order !== 'oldest') return null;
  if (page === undefined) return { order: order satisfies Order, after: null };
  if (typeof page !== 'string' || !/^[1-9]\d{0,9}$/.test(page) || Number(page) > SEQ_MAX) return null;
  return { order, after: Number(page) };
}

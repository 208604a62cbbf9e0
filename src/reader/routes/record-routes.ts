import type { FastifyInstance, FastifyRequest } from 'fastify';
import { correctionsPath, historyPath } from '../../domain/addresses.ts';
import { picturesOfTop } from '../../domain/story.ts';
import { languageFor } from '../../render/language.ts';
import { viewOf } from '../../render/view.ts';
import type { Snapshot } from '../../storage/storage.ts';
import { finishPage } from '../serving/finished.ts';
import { frameOf } from '../frame.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { correctionsPage, historyPage } from '../pages/record.ts';
import type { Frame } from '../pages/shell.ts';
import type { Rendered } from '../serving/page-cache.ts';
import { queryOf } from '../query.ts';
import type { Room } from '../room.ts';
import { send } from '../serving/send.ts';

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>;
type Page = (frame: Frame, snapshot: Snapshot) => Promise<string>;

/** How a story came to stand as it does: the versions of its top, and what was put right or taken back. */
export function recordRoutes(server: FastifyInstance, room: Room): void {
  const { storage } = room;
  recordRoute(server, room, historyPath, async (frame, snapshot) => {
    const tops = await storage.tops(snapshot.story.id);
    const media = await storage.media(tops.flatMap(({ top }) => picturesOfTop(top)));
    return historyPage(frame, viewOf({ ...snapshot, media }), tops);
  });
  recordRoute(server, room, correctionsPath, async (frame, snapshot) => {
    const { id } = snapshot.story;
    const [corrections, retracted] = await Promise.all([
      storage.corrections(id),
      storage.retractedUpdates(id),
    ]);
    const ids = corrections.flatMap(({ updateId }) => updateId ?? []);
    const corrected = await storage.snapshot(id, { order: 'newest', limit: 0, ids: [...new Set(ids)] });
    return correctionsPage(frame, viewOf(snapshot), corrections, corrected?.updates ?? [], retracted);
  });
}

function recordRoute(
  server: FastifyInstance,
  room: Room,
  pathOf: (slug: string) => string,
  page: Page,
): void {
  const { storage, cache } = room;
  server.get(`/stories/:slug${pathOf('').replace('/stories/', '')}`, async (request: SlugRequest, reply) => {
    const { slug } = request.params;
    const key = pathOf(slug);
    const found = await cache.orHeld(key, async () => {
      const at = await storage.findStory({ slug });
      return at && { ...at, siteSeq: (await storage.site()).seq };
    });
    if (!found) return notFoundAnswer(room, request, reply, 'story');
    if ('held' in found) return send(request, reply, found.held);
    const { story, seq, siteSeq } = found;
    if (story.slug !== slug) return reply.redirect(pathOf(story.slug) + queryOf(request.url), 301);
    const finished = await cache.page(key, `${seq}.${siteSeq}`, () => render(room, story.id, page));
    return send(request, reply, finished);
  });
}

async function render(room: Room, storyId: string, page: Page): Promise<Rendered> {
  const snapshot = await room.storage.snapshot(storyId, { order: 'newest', limit: 0 });
  if (!snapshot) throw new Error(`story ${storyId} was there a moment ago`);
  const { seq, siteSeq } = snapshot;
  const frame = frameOf(room, snapshot, languageFor(snapshot));
  // The head was read first: should more have happened meanwhile, the next reader gets a new rendering.
  return { version: `${seq}.${siteSeq}`, finished: finishPage(frame, await page(frame, snapshot)) };
}

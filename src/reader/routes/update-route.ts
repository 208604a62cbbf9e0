import type { FastifyInstance, FastifyRequest } from 'fastify';
import { updatePath } from '../../domain/addresses.ts';
import { isId } from '../../domain/id.ts';
import type { Snapshot } from '../../storage/storage.ts';
import { languageFor } from '../../render/language.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf } from '../frame.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { PER_PAGE } from '../pages/story.ts';
import { updatePage } from '../pages/update.ts';
import type { Rendered } from '../serving/page-cache.ts';
import { queryOf } from '../query.ts';
import type { Room } from '../room.ts';
import { leadOn, send } from '../../web/serving/send.ts';
import { storyAt } from './story-at.ts';

type UpdateRequest = FastifyRequest<{ Params: { slug: string; id: string } }>;

/** An update's own page. What was retracted answers 200 with its stub; what never was, 404. */
export function updateRoute(server: FastifyInstance, room: Room): void {
  const { storage, cache } = room;
  server.get('/stories/:slug/updates/:id', async (request: UpdateRequest, reply) => {
    const { slug, id } = request.params;
    const key = updatePath(slug, id);
    const found = await cache.orHeld(key, async () => {
      const at = await storyAt(storage, slug);
      return at && { ...at, update: isId(id) ? await storage.findUpdate(id) : null };
    });
    if (!found) return notFoundAnswer(room, request, reply, 'story');
    if ('held' in found) return send(request, reply, found.held);
    const { story, seq, siteSeq, update } = found;
    if (update?.storyId !== story.id) return notFoundAnswer(room, request, reply, 'update');
    if (story.slug !== slug) return leadOn(reply, updatePath(story.slug, id) + queryOf(request.url));
    const finished = await cache.page(key, `${seq}.${siteSeq}`, () => render(room, story.id, id));
    return send(request, reply, finished);
  });
}

async function render(room: Room, storyId: string, id: string): Promise<Rendered> {
  const first = await room.storage.snapshot(storyId, { order: 'newest', limit: PER_PAGE });
  const onFirstPage = first?.updates.some((update) => update.id === id) ?? false;
  const snapshot = onFirstPage ? first : await room.storage.snapshot(storyId, alone(id));
  const update = snapshot?.updates.find((one) => one.id === id);
  if (!snapshot || !update) throw new Error(`update ${id} was there a moment ago`);
  const { seq, siteSeq } = snapshot satisfies Snapshot;
  const frame = frameOf(room, snapshot, languageFor(snapshot));
  const page = updatePage(frame, snapshot, update, onFirstPage);
  return { version: `${seq}.${siteSeq}`, finished: finishPage(frame, page) };
}

const alone = (id: string) => ({ order: 'newest' as const, limit: 1, ids: [id] });

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { correctionsPath, historyPath } from '../../domain/addresses.ts';
import { picturesOfTop } from '../../domain/story.ts';
import { languageFor } from '../../render/language.ts';
import { viewOf } from '../../render/view.ts';
import type { Snapshot, Storage } from '../../storage/storage.ts';
import { finishPage } from '../serving/finish-page.ts';
import { frameOf } from '../frame.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { correctionsPage, historyPage } from '../pages/record.ts';
import type { Frame } from '../pages/shell.ts';
import { queryOf } from '../query.ts';
import type { Room } from '../room.ts';
import { leadOn, send } from '../../web/serving/send.ts';
import { storyAt } from './story-at.ts';

type SlugRequest = FastifyRequest<{ Params: { slug: string } }>;

/** What is read of a story for a page of its record. */
type Read = { snapshot: Snapshot; page: (frame: Frame) => string };
type RecordRoute = { at: string; pathOf: (slug: string) => string; read: (storyId: string) => Promise<Read> };

/** How a story came to stand as it does: the versions of its top, and what was put right or taken back. */
export function recordRoutes(server: FastifyInstance, room: Room): void {
  const { storage } = room;
  recordRoute(server, room, {
    at: '/stories/:slug/history',
    pathOf: historyPath,
    async read(id) {
      const [snapshot, tops] = await Promise.all([snapshotOf(storage, id, []), storage.tops(id)]);
      const media = await storage.media(tops.flatMap(({ top }) => picturesOfTop(top)));
      return { snapshot, page: (frame) => historyPage(frame, viewOf({ ...snapshot, media }), tops) };
    },
  });
  recordRoute(server, room, {
    at: '/stories/:slug/corrections',
    pathOf: correctionsPath,
    async read(id) {
      const [corrections, retracted] = await Promise.all([
        storage.corrections(id),
        storage.retractedUpdates(id),
      ]);
      const ids = new Set(corrections.flatMap(({ updateId }) => updateId ?? []));
      const snapshot = await snapshotOf(storage, id, [...ids]);
      const page = (frame: Frame): string =>
        correctionsPage(frame, viewOf(snapshot), corrections, snapshot.updates, retracted);
      return { snapshot, page };
    },
  });
}

function recordRoute(server: FastifyInstance, room: Room, { at, pathOf, read }: RecordRoute): void {
  const { storage, cache } = room;
  server.get(at, async (request: SlugRequest, reply) => {
    const { slug } = request.params;
    const key = pathOf(slug);
    const found = await cache.orHeld(key, () => storyAt(storage, slug));
    if (!found) return notFoundAnswer(room, request, reply, 'story');
    if ('held' in found) return send(request, reply, found.held);
    const { story, seq, siteSeq } = found;
    if (story.slug !== slug) return leadOn(reply, pathOf(story.slug) + queryOf(request.url));
    const version = `${seq}.${siteSeq}`;
    const finished = await cache.page(key, version, async () => {
      const { snapshot, page } = await read(story.id);
      const frame = frameOf(room, snapshot, languageFor(snapshot));
      return { version, finished: finishPage(frame, page(frame)) };
    });
    return send(request, reply, finished);
  });
}

async function snapshotOf(storage: Storage, storyId: string, ids: string[]): Promise<Snapshot> {
  const snapshot = await storage.snapshot(storyId, { order: 'newest', limit: 0, ids });
  if (!snapshot) throw new Error(`story ${storyId} was there a moment ago`);
  return snapshot;
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { closestSlugs } from '../domain/closest.ts';
import type { Story } from '../domain/story.ts';
import { languageFor } from '../render/language.ts';
import type { Storage } from '../storage/storage.ts';
import { finishPage } from './serving/finish-page.ts';
import { frameOf, readSiteFrame } from './frame.ts';
import { navigationOf } from './navigation.ts';
import { notFoundPage, OFFERED, type Missing } from './pages/not-found.ts';
import type { Room } from './room.ts';
import { send } from '../web/serving/send.ts';

/** Stories whose addresses are compared with the one asked for. */
const COMPARED = 500;

/** 404, with a page that says what is missing and offers what is there. It is made each time: addresses that do not exist are without number. */
export async function notFoundAnswer(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  missing: Missing,
): Promise<FastifyReply> {
  const { storage } = room;
  const [read, { cards }, closest] = await Promise.all([
    readSiteFrame(room),
    storage.frontPage(OFFERED),
    missing === 'story' || missing === 'page' ? closestTo(storage, request.url) : [],
  ]);
  const frame = frameOf(room, read, languageFor(read));
  const navigation = await navigationOf(storage, read.site);
  const page = notFoundPage(frame, missing, { closest, cards, navigation });
  return send(request, reply, finishPage(frame, page), { status: 404 });
}

/** Stories whose address is like the last of the path that was asked for. */
async function closestTo(storage: Storage, url: string): Promise<Story[]> {
  const slugs = closestSlugs(lastOf(url), await storage.recentSlugs(COMPARED), OFFERED);
  const found = await Promise.all(slugs.map((slug) => storage.findStory({ slug })));
  return found.flatMap((at) => at?.story ?? []);
}

function lastOf(url: string): string {
  const [path = ''] = url.split('?', 1);
  const last = path.split('/').findLast((step) => step !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

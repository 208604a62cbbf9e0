import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageFor } from '../render/language.ts';
import { finishPage } from './finished.ts';
import { notFoundPage, OFFERED, type Missing } from './pages/not-found.ts';
import type { Room } from './room.ts';
import { send } from './send.ts';

/** 404, with a page that says what is missing and offers what is there. It is made each time: addresses that do not exist are without number. */
export async function notFoundAnswer(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  missing: Missing,
): Promise<FastifyReply> {
  const { storage, assets, baseUrl } = room;
  const [{ site }, { cards }] = await Promise.all([storage.site(), storage.frontPage(OFFERED)]);
  const frame = { assets, baseUrl: baseUrl(), site, language: languageFor({ site }) };
  const page = notFoundPage(frame, missing, cards);
  return send(request, reply, finishPage(frame, page), { status: 404 });
}

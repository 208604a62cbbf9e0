import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../domain/id.ts';
import type { Story } from '../../domain/story.ts';
import { notFoundAnswer } from '../not-found-answer.ts';
import { PER_PAGE } from '../pages/story.ts';
import type { Room } from '../room.ts';
import { pagePath } from '../story-place.ts';

type Asking = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** Leads (`?u=`) to the page on which an update stands now; which that is changes with every post. */
export async function toUpdate(
  room: Room,
  request: Asking,
  reply: FastifyReply,
  { id: storyId, slug }: Story,
): Promise<FastifyReply> {
  const { storage } = room;
  const { u } = request.query;
  const update = typeof u === 'string' && isId(u) ? await storage.findUpdate(u) : null;
  if (update?.storyId !== storyId) return notFoundAnswer(room, request, reply, 'update');
  const first = await storage.snapshot(storyId, { order: 'newest', limit: PER_PAGE });
  const onFirst = first?.updates.some(({ id }) => id === update.id) ?? false;
  const path = pagePath(slug, { after: onFirst ? null : update.seq + 1 });
  return reply.header('cache-control', 'no-store').redirect(`${path}#u-${update.id}`, 302);
}

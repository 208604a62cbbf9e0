import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { renditionInstead, renditionNamed, renditionPath, type Media } from '../../domain/media.ts';
import type { Library } from '../../media/library.ts';
import type { Storage } from '../../storage/storage.ts';
import { problemOf } from '../../web/problem.ts';
import { FOR_EVER } from '../serving/assets.ts';
import { finishPacked } from '../../web/serving/finished.ts';
import { pageCache, type PageCache } from '../serving/page-cache.ts';
import { send } from '../../web/serving/send.ts';

/** Bytes of pictures one thread keeps: what everybody asks for at once. */
const BYTES = 24 * 1024 * 1024;

/** What a picture's address alone leads to grows with its renditions. */
const A_MINUTE = 'public, max-age=60';

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' };

type MediaRequest = FastifyRequest<{ Params: { id: string; name?: string } }>;
type Pictures = { storage: Storage; library: Library; cache: PageCache };

/** Thrown through the cache, so that all who wait for a picture hear of it. `instead`: where what is shown of it now is. */
class NotMade extends Error {
  readonly instead: string | null;

  constructor(instead: string | null = null) {
    super('no such rendition was made');
    this.instead = instead;
  }
}

/** Renditions of pictures, each at an address that never names anything else. The original is at none. */
export function mediaRoutes(deps: Omit<Pictures, 'cache'>): FastifyPluginAsync {
  const pictures: Pictures = { ...deps, cache: pageCache(BYTES) };
  return async (server) => {
    server.get('/media/:id', (request: MediaRequest, reply) => leadOn(pictures, request, reply));
    server.get('/media/:id/:name', (request: MediaRequest, reply) => answer(pictures, request, reply));
  };
}

async function answer(
  { storage, library, cache }: Pictures,
  request: MediaRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, name = '' } = request.params;
  // Feeds, chats and other sites show our pictures too.
  void reply.header('cross-origin-resource-policy', 'cross-origin');
  const read = async () => {
    const [media] = await storage.media([id]);
    const rendition = media && renditionNamed(media, name);
    const bytes = rendition && (await library.bytes(rendition));
    if (!rendition || !bytes) throw new NotMade(rendition ? null : insteadOf(media, name));
    return { version: 'made', finished: finishPacked(TYPES[rendition.format], bytes) };
  };
  try {
    const finished = await cache.page(`${id}/${name}`, 'made', read);
    return await send(request, reply, finished, { caching: FOR_EVER });
  } catch (error) {
    if (!(error instanceof NotMade)) throw error;
    if (error.instead === null) return reply.problem(problemOf({ type: 'unknown-media', id }));
    return reply.header('cache-control', A_MINUTE).redirect(error.instead, 302);
  }
}

/** A picture that was cropped since a page was made is asked for by names it has no more. */
function insteadOf(media: Media | undefined, name: string): string | null {
  if (!media || (!media.handling?.crop && !name.includes('-'))) return null;
  const instead = renditionInstead(media, name);
  return instead && renditionPath(media.id, instead);
}

/** To the widest rendition that shows everywhere. */
async function leadOn(
  { storage }: Pictures,
  request: MediaRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params;
  const [media] = await storage.media([id]);
  const jpegs = media?.renditions.filter(({ format }) => format === 'jpeg') ?? [];
  const widest = jpegs.toSorted((a, b) => b.width - a.width)[0];
  if (!widest) return reply.problem(problemOf({ type: 'unknown-media', id }));
  return reply
    .headers({ 'cache-control': A_MINUTE, 'cross-origin-resource-policy': 'cross-origin' })
    .redirect(renditionPath(id, widest), 302);
}

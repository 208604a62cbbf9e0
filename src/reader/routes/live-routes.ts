import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { SITE } from '../../domain/slug.ts';
import type { Feed } from '../../live/feed.ts';
import type { Hub } from '../../live/hub.ts';
import { begin, beginStream, resumePoint } from '../../live/sse.ts';
import type { Storage, StoryAtHead } from '../../storage/storage.ts';
import { livePath, eventsPath } from '../../domain/addresses.ts';
import { problemOf } from '../../web/problem.ts';
import { takenBy } from '../../web/serving/accept-encoding.ts';
import { FOLLOWS } from '../../web/serving/caching.ts';
import { headersOf, leadOn, send } from '../../web/serving/send.ts';
import { eventsAfter } from './events-json.ts';
import type { StreamGate } from './stream-gate.ts';

type Deps = { storage: Storage; hub: Hub; gate: StreamGate };
type SlugRequest = FastifyRequest<{ Params: { slug: string }; Querystring: { after?: string } }>;

/** The streams, and `events.json` for readers behind a proxy that breaks streams. */
export function liveRoutes({ storage, hub, gate }: Deps): FastifyPluginAsync {
  return async (server) => {
    server.get('/stories/:slug/live', { exposeHeadRoute: false }, async (request: SlugRequest, reply) => {
      const { turn } = hub.places;
      const found = await locate(storage, request, reply, livePath);
      if (!found) return reply;
      const { story } = found;
      const feed = await hub.feed(story.id);
      if (story.state === 'live') hub.places.learn(story.slug, story.id, turn);
      const at = resume(request, reply, feed);
      if (at === null) return reply;
      if (story.state === 'ended' && at === feed.head)
        return reply.code(204).header('cache-control', 'no-store').send();
      return stream(request, reply, story.id, feed, at);
    });

    server.get('/live', { exposeHeadRoute: false }, async (request: SlugRequest, reply) => {
      const feed = await hub.feed(SITE);
      const at = resume(request, reply, feed);
      return at === null ? reply : stream(request, reply, SITE, feed, at);
    });

    server.get(
      '/stories/:slug/events.json',
      { exposeHeadRoute: false },
      async (request: SlugRequest, reply) => {
        const found = await locate(storage, request, reply, eventsPath);
        if (!found) return reply;
        const feed = await hub.feed(found.story.id);
        const point = resumePoint(undefined, afterOf(request));
        if (point.type !== 'after')
          return malformed(reply, 'after must be the seq the page was last at, such as ?after=12.');
        const { finished, more } = await eventsAfter(feed, point.id);
        hub.polled(found.story.id, !more && point.id <= feed.head);
        return send(request, reply, finished, { caching: FOLLOWS });
      },
    );
  };

  function stream(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    feed: Feed,
    at: number,
  ): FastifyReply {
    const entry = gate.enter(request.ip);
    if (entry.type !== 'open') {
      const { type, retryAfter } = entry;
      return reply.problem(
        problemOf({ type: type === 'full' ? 'streams-full' : 'streams-of-address', retryAfter }),
      );
    }
    request.raw.socket.once('close', entry.leave);
    // What hooks have set so far goes out with the stream's own head.
    const headers = headersOf(reply);
    reply.hijack();
    const line = beginStream(request.raw, reply.raw, { headers, gzip: takesGzip(request) });
    if (line) begin(line, { hub, key, feed, after: at });
    return reply;
  }
}

/** Where the reader stands; null when the number was none, and was refused. */
function resume(request: SlugRequest, reply: FastifyReply, feed: Feed): number | null {
  const lastEventId = request.headers['last-event-id'];
  const point = resumePoint(Array.isArray(lastEventId) ? lastEventId[0] : lastEventId, afterOf(request));
  if (point.type === 'now') return feed.head;
  if (point.type === 'after') return point.id;
  void malformed(reply, 'Last-Event-ID, or ?after=, must be a number this stream gave out before.');
  return null;
}

/** `?after=`; one given twice, or as a list (`after[]`), is none we gave out. */
function afterOf({ query }: SlugRequest): string | undefined {
  const [name, ...more] = Object.keys(query).filter((key) => /^after\b/.test(key));
  const given: unknown = query.after;
  if (name === undefined) return undefined;
  return name === 'after' && more.length === 0 && typeof given === 'string' ? given : 'a list';
}

async function locate(
  storage: Storage,
  request: SlugRequest,
  reply: FastifyReply,
  path: (slug: string) => string,
): Promise<StoryAtHead | null> {
  const found = await storage.findStory({ slug: request.params.slug });
  if (!found) {
    void reply.problem(problemOf({ type: 'unknown-story', slug: request.params.slug }));
    return null;
  }
  if (found.story.slug !== request.params.slug) {
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    leadOn(reply, path(found.story.slug) + query);
    return null;
  }
  return found;
}

const malformed = (reply: FastifyReply, detail: string): FastifyReply =>
  reply.problem(problemOf({ type: 'malformed-request', detail }));

/** One coding for all: what is compressed once is read by every browser. */
const takesGzip = ({ headers }: FastifyRequest): boolean => takenBy(headers['accept-encoding'])('gzip');

/** What hooks have set so far goes out with the stream's own head. */

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { STORY_JSON_TYPE, storyJsonPath } from '../distribution/formats/story-json.ts';
import type { Storage } from '../storage/storage.ts';
import { isHeld } from '../web/etag.ts';
import { problemOf } from '../web/problem.ts';
import { OF_THE_LOG } from '../web/serving/caching.ts';
import { leadOn } from '../web/serving/send.ts';
import { wholeStory } from './whole-story.ts';

type Deps = { storage: Storage; baseUrl: () => string };

/** A story as it stood at one moment, in both encodings. */
type Copy = { moment: string; plain: Buffer; zipped: Buffer };

/** Stories whose finished bytes are held, and how many bytes in all; the one asked for longest ago goes first. */
const HELD = 32;
const HELD_BYTES = 64 * 1024 * 1024;

const pack = promisify(gzip);

/** `/stories/:slug.json`: the whole story, made once for each moment. To be registered at the root. */
export function storyJsonRoute({ storage, baseUrl }: Deps): FastifyPluginAsync {
  const held = new Map<string, { asked: string; bytes: number; copy: Promise<Copy | null> }>();

  async function make(storyId: string): Promise<Copy | null> {
    const whole = await wholeStory(storage, storyId, baseUrl());
    if (!whole) return null;
    const { seq, siteSeq, bytes } = whole;
    return { moment: momentOf(seq, siteSeq), plain: bytes, zipped: await pack(bytes) };
  }

  /** At least as new as the moment asked for; who asks while it is made waits for the same copy. */
  function copyAt(storyId: string, asked: string): Promise<Copy | null> {
    const before = held.get(storyId);
    held.delete(storyId);
    const entry = before?.asked === asked ? before : { asked, bytes: 0, copy: make(storyId) };
    held.set(storyId, entry);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    entry.copy.then(
      (copy) => {
        entry.bytes = copy ? copy.plain.length + copy.zipped.length : 0;
        letGo();
      },
      // What could not be made is tried anew by whoever asks next.
      () => held.delete(storyId),
    );
    return entry.copy;
  }

  /** The one asked for last stays, however long it is. */
  function letGo(): void {
    let bytes = 0;
    for (const [storyId, entry] of [...held].toReversed()) {
      const isLast = bytes === 0;
      bytes += entry.bytes;
      if (bytes > HELD_BYTES && !isLast) held.delete(storyId);
    }
  }

  return async (server) => {
    server.get(
      '/stories/:slug.json',
      async (request: FastifyRequest<{ Params: { slug: string } }>, reply) => {
        const { slug } = request.params;
        const [found, site] = await Promise.all([storage.findStory({ slug }), storage.site()]);
        if (!found) return reply.problem(problemOf({ type: 'unknown-story', slug }));
        if (found.story.slug !== slug) {
          const { search } = new URL(request.url, 'http://localhost');
          return leadOn(reply, storyJsonPath(found.story.slug) + search);
        }
        const moment = momentOf(found.seq, site.seq);
        if (isHeld(request.headers['if-none-match'], [plainTag(moment), zippedTag(moment)])) {
          return caching(reply).code(304).send();
        }
        const copy = await copyAt(found.story.id, moment);
        if (!copy) return reply.problem(problemOf({ type: 'unknown-story', slug }));
        return send(request, caching(reply).type(STORY_JSON_TYPE), copy);
      },
    );
  };
}

function send(request: FastifyRequest, reply: FastifyReply, { moment, plain, zipped }: Copy): FastifyReply {
  if (!takesGzip(request.headers['accept-encoding']))
    return reply.header('etag', plainTag(moment)).send(plain);
  return reply.headers({ etag: zippedTag(moment), 'content-encoding': 'gzip' }).send(zipped);
}

/** A story's page, in whatever form, changes with these two and with nothing else. */
const momentOf = (seq: number, siteSeq: number): string => `${seq}.${siteSeq}`;

/** Each encoding has a tag of its own (RFC 9110 §8.8.3.3). */
const plainTag = (moment: string): string => `"${moment}"`;
const zippedTag = (moment: string): string => `"${moment}-gzip"`;

const caching = (reply: FastifyReply): FastifyReply =>
  reply.headers({ 'cache-control': OF_THE_LOG, vary: 'accept-encoding' });

const takesGzip = (accepted: string | string[] = ''): boolean =>
  String(accepted)
    .split(',')
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));

import type { FastifyReply, FastifyRequest } from 'fastify';
import { codingFor } from './accept-encoding.ts';
import type { Finished } from './finished.ts';

/** A page may be kept, but is asked about each time: it is stale with the story's next event. */
export const ASK_EACH_TIME = 'no-cache';

type Sending = { status?: number; caching?: string };

/** Sends a finished answer, or 304 to who has it (RFC 9110 §13.1.2). */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  finished: Finished,
  { status = 200, caching = ASK_EACH_TIME }: Sending = {},
): Promise<FastifyReply> {
  // Weak: the same tag stands for every coding of the bytes.
  const tag = `W/"${finished.digest}"`;
  void reply.header('etag', tag).header('cache-control', caching);
  if (!finished.packed) void reply.header('vary', 'accept-encoding');
  if (finished.policy !== undefined) void reply.header('content-security-policy', finished.policy);
  if (status === 200 && has(request.headers['if-none-match'], tag)) return reply.code(304).send();
  const coding = finished.packed ? 'identity' : codingFor(request.headers['accept-encoding']);
  const body = await finished.body(coding);
  if (coding !== 'identity') void reply.header('content-encoding', coding);
  return reply.code(status).type(finished.contentType).send(body);
}

function has(held: string | undefined, tag: string): boolean {
  const tags = (held ?? '').split(',').map((one) => one.trim());
  return tags.some((one) => one === '*' || one === tag || `W/${one}` === tag);
}

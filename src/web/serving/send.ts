import type { FastifyReply, FastifyRequest } from 'fastify';
import { isHeld } from '../etag.ts';
import { codingFor } from './accept-encoding.ts';
import { ASK_EACH_TIME, LEADS_ON, OF_THE_LOG } from './caching.ts';
import type { Finished } from './finished.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * Called with an answer that can be given again as it is, without asking here: all it says of itself but its coding and
     * length. Null where nothing is kept.
     */
    keep: ((headers: Record<string, string>, finished: Finished) => void) | null;
  }
}

type Sending = { status?: number; caching?: string };

/** Sends a finished answer, or 304 to who has it (RFC 9110 §13.1.2). */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  finished: Finished,
  {
    status = 200,
    caching = status === 200 && !finished.lastKnown ? OF_THE_LOG : ASK_EACH_TIME,
  }: Sending = {},
): Promise<FastifyReply> {
  // Weak: the same tag stands for every coding of the bytes.
  void reply.header('etag', `W/"${finished.digest}"`).header('cache-control', caching);
  if (!finished.packed) void reply.header('vary', 'accept-encoding');
  if (finished.policy !== undefined) void reply.header('content-security-policy', finished.policy);
  if (status === 200) {
    if (!finished.lastKnown) request.keep?.(headersOf(reply), finished);
    if (isHeld(request.headers['if-none-match'], [`"${finished.digest}"`])) return reply.code(304).send();
  }
  const coding = finished.packed ? 'identity' : codingFor(request.headers['accept-encoding']);
  const body = await finished.body(coding);
  if (coding !== 'identity') void reply.header('content-encoding', coding);
  return reply.code(status).type(finished.contentType).send(body);
}

/** What an answer says of itself so far. */
export const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));

/** From a former address to the present one. */
export const leadOn = (reply: FastifyReply, path: string): FastifyReply =>
  reply.header('cache-control', LEADS_ON).redirect(path, 301);

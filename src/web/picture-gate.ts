import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestGate } from './request-gate.ts';

/** Pictures that one person or token may have on their way at once: a browser sends six (HTTP/1.1). */
export const PICTURES_AT_ONCE = 8;
/** Of the largest pictures, how many may be held in memory at once in this thread. */
const LARGEST = 12;

export type PictureGate = {
  /** Whether this request may send its picture now; then it counts until it is answered. `sender`: a person's or a token's id. */
  admits(request: FastifyRequest, reply: FastifyReply, sender: string): boolean;
};

/**
 * Bodies of pictures are held whole in memory, so it is bounded how many come at once: one gate for every way in of a
 * thread. `largest`: bytes of one.
 */
export function pictureGate(largest: number): PictureGate {
  const ofOne = requestGate(PICTURES_AT_ONCE);
  let bytes = 0;
  return {
    admits(request, reply, sender) {
      const said = Number(request.headers['content-length'] ?? Number.NaN);
      const size = said >= 0 && said < largest ? said : largest;
      if (bytes + size > LARGEST * largest || !ofOne.admits(reply, sender)) return false;
      bytes += size;
      reply.raw.once('close', () => {
        bytes -= size;
      });
      return true;
    },
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';

/** Pictures that one person may have on their way at once: a browser sends six (HTTP/1.1). */
const OF_ONE = 8;
/** Of the largest pictures, how many may be held in memory at once in this thread. */
const LARGEST = 12;

export type PictureGate = {
  /** Whether this request may send its picture now; then it counts until it is answered. */
  admits(request: FastifyRequest, reply: FastifyReply, personId: string): boolean;
};

/** Bodies of pictures are held whole in memory, so it is bounded how many come at once. `largest`: bytes of one. */
export function pictureGate(largest: number): PictureGate {
  const coming = new Map<string, number>();
  let bytes = 0;
  return {
    admits(request, reply, personId) {
      const said = Number(request.headers['content-length'] ?? Number.NaN);
      const size = said >= 0 && said < largest ? said : largest;
      const own = coming.get(personId) ?? 0;
      if (own >= OF_ONE || bytes + size > LARGEST * largest) return false;
      coming.set(personId, own + 1);
      bytes += size;
      reply.raw.once('close', () => {
        bytes -= size;
        const left = (coming.get(personId) ?? 1) - 1;
        if (left > 0) coming.set(personId, left);
        else coming.delete(personId);
      });
      return true;
    },
  };
}

import type { FastifyReply } from 'fastify';

export type RequestGate = {
  /** Whether one more request of this person may be worked on now; then it counts until it is answered. */
  admits(reply: FastifyReply, personId: string): boolean;
};

/** Bounds how many requests of one person this thread works on at once: who sends more keeps nobody else waiting. */
export function requestGate(most: number): RequestGate {
  const underWay = new Map<string, number>();
  return {
    admits(reply, personId) {
      const own = underWay.get(personId) ?? 0;
      if (own >= most) return false;
      underWay.set(personId, own + 1);
      reply.raw.once('close', () => {
        const left = (underWay.get(personId) ?? 1) - 1;
        if (left > 0) underWay.set(personId, left);
        else underWay.delete(personId);
      });
      return true;
    },
  };
}

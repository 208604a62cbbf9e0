import type { FastifyReply } from 'fastify';

export type RequestGate = {
  /** Whether one more request of this sender may be worked on now; then it counts until it is answered. */
  admits(reply: FastifyReply, sender: string): boolean;
};

/** Bounds how many requests of one person or token this thread works on at once: who sends more keeps nobody else waiting. */
export function requestGate(most: number): RequestGate {
  const underWay = new Map<string, number>();
  return {
    admits(reply, sender) {
      const own = underWay.get(sender) ?? 0;
      if (own >= most) return false;
      underWay.set(sender, own + 1);
      reply.raw.once('close', () => {
        const left = (underWay.get(sender) ?? 1) - 1;
        if (left > 0) underWay.set(sender, left);
        else underWay.delete(sender);
      });
      return true;
    },
  };
}

import { parentPort } from 'node:worker_threads';
import type { CardFacts } from './facts.ts';
import { shareCard } from './share-card.ts';

/** The thread that draws: one card after another, so that what it holds of memory is one card and the fonts. */
export type CardRequest = { id: number; facts: CardFacts };
export type CardReply = { id: number; png: Uint8Array<ArrayBuffer> } | { id: number; error: unknown };

async function answer({ id, facts }: CardRequest): Promise<CardReply> {
  try {
    // A copy of its own: what goes to the other thread is taken from this one.
    return { id, png: new Uint8Array(await shareCard(facts)) };
  } catch (error) {
    return { id, error };
  }
}

parentPort!.on('message', (request: CardRequest) => {
  void answer(request).then((reply) =>
    parentPort!.postMessage(reply, 'png' in reply ? [reply.png.buffer] : []),
  );
});

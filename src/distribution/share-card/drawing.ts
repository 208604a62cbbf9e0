import { Worker } from 'node:worker_threads';
import type { CardReply, CardRequest } from './card-thread.ts';
import type { CardFacts } from './facts.ts';

/** The card, or why there is none: too many wait already, or it took too long. */
export type Drawing = { type: 'drawn'; png: Buffer } | { type: 'busy' } | { type: 'took-too-long' };

export type CardDrawing = {
  draw(facts: CardFacts): Promise<Drawing>;
  /** Cards asked for and not yet drawn. */
  waiting(): number;
  /** Whether the thread is there. */
  running(): boolean;
  /** Ends the thread at once; who waits for a card, or asks for one later, is told that it is busy. */
  close(): Promise<void>;
};

type Bounds = {
  /** Cards that wait, the one being drawn included. */
  most: number;
  /** ms a card may take, from when its turn comes. */
  within: number;
  /** ms without a card until the thread ends, and gives back its memory. */
  idle: number;
  /** Of the thread's own heap, MB; fonts and pictures lie outside it. */
  heap: number;
};

const BOUNDS: Bounds = { most: 32, within: 10_000, idle: 30_000, heap: 96 };

type Job = PromiseWithResolvers<Drawing> & { id: number; facts: CardFacts };

/** Draws share cards on a thread of its own, which starts with the first card and ends when none is asked for. */
export function cardDrawing(bounds: Partial<Bounds> = {}): CardDrawing {
  const { most, within, idle, heap } = { ...BOUNDS, ...bounds };
  const queue: Job[] = [];
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  let closed = false;

  /** Ends the thread; the next card starts another. */
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    clearTimeout(timer);
    await ended?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('card-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    const broke = (error: unknown): void => {
      if (worker !== started) return;
      worker = null;
      settle((job) => job.reject(error));
    };
    started.on('message', (reply: CardReply) => {
      if (worker !== started || reply.id !== queue[0]?.id) return;
      settle((job) => {
        if ('png' in reply) job.resolve({ type: 'drawn', png: Buffer.from(reply.png.buffer) });
        else job.reject(reply.error);
      });
    });
    started.on('error', broke);
    started.on('exit', () => broke(new Error('the thread that draws share cards ended')));
    return started;
  };
  /** Answers the card whose turn it was, and turns to the next. */
  const settle = (answer: (job: Job) => void): void => {
    const job = queue.shift();
    if (job) answer(job);
    next();
  };
  const next = (): void => {
    clearTimeout(timer);
    const job = queue[0];
    if (!job) {
      // Nothing need wait for a thread that has nothing to draw.
      worker?.unref();
      timer = setTimeout(() => void end(), idle).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    worker.postMessage({ id: job.id, facts: job.facts } satisfies CardRequest);
    timer = setTimeout(() => {
      void end();
      settle(({ resolve }) => resolve({ type: 'took-too-long' }));
    }, within).unref();
  };

  return {
    async draw(facts) {
      if (closed || queue.length >= most) return { type: 'busy' };
      last += 1;
      const job = { ...Promise.withResolvers<Drawing>(), id: last, facts };
      queue.push(job);
      if (queue.length === 1) next();
      return job.promise;
    },
    waiting: () => queue.length,
    running: () => worker !== null,
    async close() {
      closed = true;
      const left = queue.splice(0);
      await end();
      for (const { resolve } of left) resolve({ type: 'busy' });
    },
  };
}

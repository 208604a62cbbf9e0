import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Newsroom } from '../commands/perform.ts';
import { instantOf, millisecondsOf, type Instant } from '../domain/time.ts';
import type { Answer } from '../storage/storage.ts';
import { MalformedRequest } from '../web/malformed-request.ts';
import type { WebRefusal } from '../web/problem.ts';
import type { Outcome } from './endpoint.ts';
import type { Reply } from './reply.ts';

/** How long an answer is kept for a retry, ms. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** A request that may be sent again: its key, and what it was. */
export type Attempt = { tokenId: string; key: string; requestHash: string };

/** Where a write puts its answer, in its own commit, and what it makes of one that was put there before. */
export type Kept = {
  keep(reply: Reply): Answer;
  replay(answer: Answer): Outcome;
};

/** Reads `Idempotency-Key`: 1 to 200 printable ASCII characters. Throws `MalformedRequest`. */
export function readAttempt(request: FastifyRequest, tokenId: string): Attempt | null {
  const [key, ...more] = request.raw.headersDistinct['idempotency-key'] ?? [];
  if (key === undefined) return null;
  if (more.length > 0 || !/^[\x20-\x7e]{1,200}$/.test(key)) {
    throw MalformedRequest.because('Idempotency-Key must be one key of 1 to 200 printable ASCII characters.');
  }
  const what = `${request.method} ${request.url}\n${request.bodyDigest}`;
  return { tokenId, key, requestHash: createHash('sha256').update(what).digest('hex') };
}

/** Answers each keyed request once: the same answer to the same request, whenever it comes again within a day. */
export class Once {
  readonly #newsroom: Newsroom;
  readonly #underWay = new Map<string, string>();

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
  }

  async answer(attempt: Attempt, work: (kept: Kept) => Promise<Outcome>): Promise<Outcome> {
    const name = `${attempt.tokenId} ${attempt.key}`;
    const before = this.#underWay.get(name);
    if (before !== undefined) return before === attempt.requestHash ? { type: 'request-in-flight' } : REUSED;
    this.#underWay.set(name, attempt.requestHash);
    try {
      return (await this.#given(attempt)) ?? (await this.#first(attempt, work));
    } finally {
      this.#underWay.delete(name);
    }
  }

  /** Answers older than a day are of no one's retry. */
  async forget(): Promise<void> {
    await this.#newsroom.storage.answers.forget(this.#oldest());
  }

  async #first(attempt: Attempt, work: (kept: Kept) => Promise<Outcome>): Promise<Outcome> {
    const outcome = await work({
      keep: ({ status, headers, text }) => ({
        ...attempt,
        status,
        headers,
        body: text,
        at: this.#newsroom.clock.now(),
      }),
      replay: (answer) => replay(attempt, answer),
    });
    if (outcome.type === 'reply') return outcome;
    // Another thread may have answered the same request meanwhile: what it refuses now is but the change it made.
    return (await this.#given(attempt)) ?? outcome;
  }

  async #given(attempt: Attempt): Promise<Outcome | null> {
    const answer = await this.#newsroom.storage.answers.find(attempt.tokenId, attempt.key);
    if (!answer) return null;
    if (answer.at >= this.#oldest()) return replay(attempt, answer);
    await this.forget();
    return null;
  }

  #oldest(): Instant {
    return instantOf(millisecondsOf(this.#newsroom.clock.now()) - KEPT_FOR);
  }
}

const REUSED: WebRefusal = { type: 'key-reused' };

function replay(attempt: Attempt, { requestHash, status, headers, body }: Answer): Outcome {
  if (requestHash !== attempt.requestHash) return REUSED;
  return { type: 'reply', status, headers: { ...headers, 'idempotency-replayed': 'true' }, text: body };
}

import { randomInt } from 'node:crypto';
import { sendable, type Sendable } from './sendable.ts';

/** How soon a browser comes back by itself, ms: spread, so that ten thousand do not come at once. */
const RETRY_FROM = 1000;
const RETRY_TO = 5000;

/** Different ones, each made once for all who are given it. */
const MANY = 64;

const RETRIES = Array.from({ length: MANY }, () => randomInt(RETRY_FROM, RETRY_TO));

/**
 * What streams begin with: when to come back, and a beat at once – a page whose stream opens without one is behind a proxy
 * that holds it back.
 */
export class Openings {
  #beat: Sendable | null = null;
  #made: Sendable[] = [];

  /** One for the next stream, with the beat as it is now. */
  next(beat: Sendable): Sendable {
    if (this.#beat !== beat) {
      this.#beat = beat;
      this.#made = RETRIES.map((retry) => sendable(`retry: ${retry}\n\n${beat.plain.toString()}`));
    }
    return this.#made[randomInt(MANY)]!;
  }
}

import { createHash } from 'node:crypto';
import type { LoggedEvent } from './event.ts';

/** The hash before the first event of a log. */
export const NO_HASH = '';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Salted, so that a short text cannot be guessed from its hash after an erasure. */
export function payloadHash(salt: string, payload: string): string {
  return sha256(`${salt}\n${payload}`);
}

/**
 * `H(previous hash, metadata, H(salt, payload))`, lowercase hex. The position is left out, so that a story
 * exported and imported elsewhere keeps its hashes.
 */
export function eventHash(
  previous: string,
  event: Pick<LoggedEvent, 'storyId' | 'seq' | 'at' | 'recordedAt' | 'kind' | 'updateId' | 'payloadHash'>,
): string {
  const metadata = [event.storyId, event.seq, event.at, event.recordedAt, event.kind, event.updateId];
  return sha256(`${previous}\n${JSON.stringify(metadata)}\n${event.payloadHash}`);
}

/** One hash over the heads of all logs, whatever order they were written in. */
export function headOfHeads(heads: { storyId: string; hash: string }[]): string {
  const lines = heads.map((head) => `${head.storyId} ${head.hash}`);
  lines.sort();
  return sha256(lines.join('\n'));
}

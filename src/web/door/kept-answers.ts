import { codingFor } from '../serving/accept-encoding.ts';
import { isHeld } from '../etag.ts';
import type { Finished } from '../serving/finished.ts';
import type { Given, Way } from './door.ts';
import { LONGEST_TARGET, type Head } from './head.ts';

/** Bytes of finished answers that one thread keeps, before they are compressed. */
const BYTES = 32 * 1024 * 1024;

/** Bytes that an answer takes besides: what it says of itself, and its heads. Many small ones would be more than they seem. */
const BESIDES = 8192;

/** An answer that was given once and may be given again as it is: what it said of itself, and its bytes. */
export type Answer = {
  /** All but those of the coding, the length and the moment. */
  headers: Record<string, string>;
  finished: Finished;
  /** Place in the logs at which it was true; null: it is true for ever. */
  asOf: number | null;
  /** Told of each time it is given: its status, and how long that took, ms. */
  onGiven(status: 200 | 304, ms: number): void;
};

export type KeptAnswers = {
  keep(target: string, answer: Answer): void;
  /** The answer to a plain request, if it is kept and is still true. */
  answer: Way;
  /** Lets go of all of them: words were taken back. */
  forget(): void;
};

/**
 * Where the logs stand now, whoever wrote to them last: so an answer is given again as long as nothing happened, and not a
 * moment longer.
 */
export type NowAt = () => Promise<number>;

type Kept = Answer & { heads: Map<string, { second: number; bytes: Buffer }> };

/** Finished answers by target, the one least asked for of late let go of first. `keepAlive`: how long a connection may lie, s. */
export function keptAnswers(nowAt: NowAt, keepAlive: number, bytes = BYTES): KeptAnswers {
  const held = new Map<string, Kept>();
  let size = 0;
  const drop = (target: string): void => {
    const known = held.get(target);
    if (!known) return;
    size -= known.finished.size + BESIDES;
    held.delete(target);
  };
  const stillTrue = async (target: string, kept: Kept): Promise<boolean> => {
    if (kept.asOf === null || kept.asOf === (await nowAt())) return true;
    if (held.get(target) === kept) drop(target);
    return false;
  };
  const give = async (head: Head, kept: Kept): Promise<Given> => {
    const begun = performance.now();
    if (!(await stillTrue(head.target, kept))) return null;
    const { finished } = kept;
    const connection = head.closes ? 'close' : `keep-alive\r\nkeep-alive: timeout=${keepAlive}`;
    if (isHeld(head.field('if-none-match'), [`"${finished.digest}"`])) {
      kept.onGiven(304, performance.now() - begun);
      return [headOf(kept, `304 Not Modified\r\nconnection: ${connection}`)];
    }
    const coding = finished.packed ? 'identity' : codingFor(head.field('accept-encoding'));
    const body = await finished.body(coding);
    const coded = coding === 'identity' ? '' : `\r\ncontent-encoding: ${coding}`;
    const status = `200 OK\r\nconnection: ${connection}\r\ncontent-type: ${finished.contentType}${coded}\r\ncontent-length: ${body.length}`;
    kept.onGiven(200, performance.now() - begun);
    return [headOf(kept, status), body];
  };
  return {
    keep(target, answer) {
      // Nobody is given it here.
      if (target.length > LONGEST_TARGET) return;
      drop(target);
      held.set(target, { ...answer, heads: new Map() });
      size += answer.finished.size + BESIDES;
      for (const oldest of held.keys()) {
        if (size <= bytes || oldest === target) break;
        drop(oldest);
      }
    },
    answer(head) {
      const kept = held.get(head.target);
      if (!kept) return null;
      held.delete(head.target);
      held.set(head.target, kept);
      return give(head, kept);
    },
    forget() {
      held.clear();
      size = 0;
    },
  };
}

/** An answer's head, made once a second: it tells the moment (RFC 9110 §6.6.1). */
function headOf({ headers, heads }: Kept, status: string): Buffer {
  const second = Math.floor(Date.now() / 1000);
  const known = heads.get(status);
  if (known?.second === second) return known.bytes;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const date = new Date(second * 1000).toUTCString();
  const bytes = Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}date: ${date}\r\n\r\n`, 'latin1');
  heads.set(status, { second, bytes });
  return bytes;
}

import { codingFor, type Coding } from '../serving/accept-encoding.ts';
import { isHeld } from '../etag.ts';
import type { Finished } from '../serving/finished.ts';
import { headBytes, thisSecond } from './answer-head.ts';
import type { Given, Way } from './door.ts';
import { LONGEST_TARGET, type Head } from './head.ts';

/** Bytes of finished answers that one thread keeps, before they are compressed; in the forms they go out in, at most as much again and again. */
const BYTES = 16 * 1024 * 1024;

/** Bytes that an answer takes besides: what it says of itself, and its heads. Many small ones would be more than they seem. */
const BESIDES = 8192;

/** An answer that was given once and may be given again as it is: what it said of itself, and its bytes. */
export type Answer = {
  /** All but those of the coding, the length and the moment. */
  headers: Record<string, string>;
  finished: Finished;
  /** Place in the logs at which it was true; null: it is true for ever. */
  asOf: number | null;
  /** Told of each time it is given. */
  onGiven(status: 200 | 304): void;
};

export type KeptAnswers = {
  keep(target: string, answer: Answer): void;
  /** The answer to a plain request, if it is kept and is still true. */
  answer: Way;
  /** Lets go of all of them: words were taken back. */
  forget(): void;
};

/**
 * Where the logs stand, whoever wrote to them last: so an answer is given again as long as nothing happened, and not a moment
 * longer. `position` is what it is once `fresh` has resolved.
 */
export type Logs = { fresh(): Promise<void>; position(): number };

/** `whole`: head and body as they went out last, by what was asked for. */
type Kept = Answer & { whole: Map<string, { second: number; bytes: Buffer }> };

/** Finished answers by target, the one least asked for of late let go of first. `keepAlive`: how long a connection may lie, s. */
export function keptAnswers(logs: Logs, keepAlive: number, bytes = BYTES): KeptAnswers {
  const held = new Map<string, Kept>();
  let size = 0;
  const drop = (target: string): void => {
    const known = held.get(target);
    if (!known) return;
    size -= known.finished.size + BESIDES;
    held.delete(target);
  };
  const isTrue = (target: string, kept: Kept): boolean => {
    if (kept.asOf === null || kept.asOf === logs.position()) return true;
    if (held.get(target) === kept) drop(target);
    return false;
  };
  const give = (head: Head, kept: Kept): Given | Promise<Given> => {
    if (!isTrue(head.target, kept)) return null;
    const { finished } = kept;
    const isThere = isHeld(head.field('if-none-match'), [`"${finished.digest}"`]);
    const coding = isThere ? 'none' : finished.packed ? 'identity' : codingFor(head.field('accept-encoding'));
    kept.onGiven(isThere ? 304 : 200);
    // A head tells the moment (RFC 9110 §6.6.1): each is made once a second, and its body put behind it.
    const second = thisSecond();
    const form = head.closes ? `${coding} closing` : coding;
    const known = kept.whole.get(form);
    if (known?.second === second) return known.bytes;
    const isClosing = head.closes;
    return whole(kept, { coding, isClosing, second }).then((made) => {
      kept.whole.set(form, { second, bytes: made });
      return made;
    });
  };
  const whole = async (
    { finished, headers }: Kept,
    { coding, isClosing, second }: { coding: Coding | 'none'; isClosing: boolean; second: number },
  ): Promise<Buffer> => {
    const body = coding === 'none' ? NOTHING : await finished.body(coding);
    const fields = {
      ...headers,
      ...(coding !== 'none' && { 'content-type': finished.contentType, 'content-length': body.length }),
      ...(coding !== 'none' && coding !== 'identity' && { 'content-encoding': coding }),
      ...(isClosing
        ? { connection: 'close' }
        : { connection: 'keep-alive', 'keep-alive': `timeout=${keepAlive}` }),
    };
    const status = coding === 'none' ? '304 Not Modified' : '200 OK';
    return Buffer.concat([headBytes(status, fields, second), body]);
  };
  return {
    keep(target, answer) {
      // Nobody is given it here.
      if (target.length > LONGEST_TARGET) return;
      drop(target);
      held.set(target, { ...answer, whole: new Map() });
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
      const begun = kept.asOf === null ? DONE : logs.fresh();
      return begun.then(() => give(head, kept));
    },
    forget() {
      held.clear();
      size = 0;
    },
  };
}

const NOTHING = Buffer.alloc(0);
const DONE = Promise.resolve();

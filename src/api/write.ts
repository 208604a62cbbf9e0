import { expectStoryVersion, expectUpdateVersion } from '../commands/expect-version.ts';
import { perform, type Answered, type Order } from '../commands/perform.ts';
import type { Played } from '../commands/play.ts';
import type { Verb } from '../commands/verb.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Expected } from '../web/etag.ts';
import type { Call, Outcome } from './endpoint.ts';
import type { Reply } from './reply.ts';

/** Tells what was done. It is asked before the commit, so that the answer can be kept in it. */
export type Receipt = (done: Played) => Reply;

/** Performs an order for a call, keeping the answer where a retry may come. */
export async function write(
  call: Call,
  order: Omit<Order, 'actor' | 'keep'>,
  receipt: Receipt,
): Promise<Outcome> {
  const result = await perform(call.newsroom, { ...order, actor: call.actor, ...keeping(call, receipt) });
  return told(call, result, receipt);
}

/** What commands are to keep, where the call has a key. */
export function keeping({ kept }: Call, receipt: Receipt): Pick<Order, 'keep'> {
  return kept ? { keep: (done) => kept.keep(receipt(done)) } : {};
}

/** What a command came to, as an answer. */
export function told({ kept }: Call, result: Played | Answered | Refusal, receipt: Receipt): Outcome {
  if (result.type === 'played') return receipt(result);
  if (result.type !== 'answered') return result;
  if (!kept) throw new Error('an answer was kept for a request without a key');
  return kept.replay(result.answer);
}

/** Goes before the verbs of a call that says which version of the story it was decided on. */
export const storyGuard = ({ expected }: Call): Verb[] => guard(expected, expectStoryVersion);

/** The same for an update. */
export const updateGuard = ({ expected }: Call, id: string): Verb[] =>
  guard(expected, (version) => expectUpdateVersion(id, version));

/** A list without a version of ours expects what never was. */
const NEVER = -1;

function guard(expected: Expected, expect: (version: number) => Verb): Verb[] {
  if (expected === null || expected === 'any') return [];
  const [first = NEVER, ...others] = expected;
  return [others.map(expect).reduce(either, expect(first))];
}

const either =
  (one: Verb, other: Verb): Verb =>
  (scene) => {
    const verdict = one(scene);
    return verdict.type === 'done' ? verdict : other(scene);
  };

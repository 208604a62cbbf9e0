import type { Static, TSchema } from 'typebox';
import type { Actor, Newsroom } from '../commands/perform.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import type { Library } from '../media/library.ts';
import type { Expected } from '../web/etag.ts';
import type { ProblemName } from '../web/problem-types.ts';
import type { WebRefusal } from '../web/problem.ts';
import type { Kept } from './once.ts';
import type { Reply } from './reply.ts';
import type { EndpointName } from './rights.ts';

/** What the API works with. */
export type Deps = {
  newsroom: Newsroom;
  /** The newsroom's pictures. */
  library: Library;
  /** Bytes of a picture that is sent in. */
  maxPicture: number;
  /** Goes before addresses; known once the server listens. */
  baseUrl: () => string;
  /** Only where the clock is one that tests set. */
  clockControl?: { set(now: Instant, running: boolean): Promise<void> };
};

export type Outcome = Reply | Refusal | WebRefusal;

/** One request, checked and authorised. */
export type Call<P = unknown, Q = unknown, B = unknown> = Deps & {
  params: P;
  query: Q;
  body: B;
  actor: Actor;
  /** The versions it was decided on (`If-Match`). */
  expected: Expected;
  /** The picture that was sent, where the endpoint takes one. */
  picture: Buffer | null;
  /** Where the answer is to be kept for a retry (`Idempotency-Key`). */
  kept: Kept | null;
};

export type Endpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
> = {
  at: EndpointName;
  /** In one line, and what else there is to know. */
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  success: { status: 200 | 201; schema: TSchema; description: string };
  /** What it may refuse besides what every endpoint may. */
  refuses: ProblemName[];
  /** Its body is a picture, with words beside it (`web/picture-bodies.ts`). */
  takes?: 'picture';
  /** Takes `If-Match`. */
  guarded?: true;
  /** Takes `Idempotency-Key`. */
  once?: true;
  answer(call: Call<Static<P>, Static<Q>, Static<B>>): Promise<Outcome>;
};

/** Gives an endpoint the types of its schemas. */
export function endpoint<P extends TSchema, Q extends TSchema, B extends TSchema>(
  described: Endpoint<P, Q, B>,
): Endpoint {
  return described;
}

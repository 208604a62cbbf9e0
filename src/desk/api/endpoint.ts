import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Actor, Newsroom } from '../../commands/perform.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { Person, StoryGrant } from '../../domain/desk/people.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Update } from '../../domain/update.ts';
import type { Library } from '../../media/library.ts';
import type { DeskPicture } from '../../storage/desk/held-media-store.ts';
import type { StoryAtHead } from '../../storage/storage.ts';
import type { WebRefusal } from '../../web/problem.ts';
import type { DeskEndpointName } from './rights.ts';
import type { Session } from './session.ts';
import type { SignIn } from '../sign-in/sign-in.ts';

/** What the desk works with; what only one part of it needs is handed to that part by `deskRoutes`. */
export type DeskDeps = {
  newsroom: Newsroom;
  library: Library;
  /** Bytes of a picture that is sent in. */
  maxPicture: number;
  /** Absolute URLs begin with it; known once the server listens. */
  baseUrl: () => string;
  signIn: SignIn;
};

/** A success. `raw` answers itself: it has taken the reply over. */
export type DeskReply =
  | { type: 'reply'; status: number; body: unknown; headers?: Record<string, string> }
  | { type: 'raw' };

export type DeskRefusal = Refusal | WebRefusal;
export type DeskOutcome = DeskReply | DeskRefusal;

/** What an address names, found and allowed. */
export type Named = {
  /** Null where none is named, or where the story is still to be opened: then its id alone is known. */
  story: StoryAtHead | null;
  storyId: string | null;
  draft: Draft | null;
  update: Update | null;
  picture: DeskPicture | null;
  /** What was given to or taken from the person for the story. */
  grant: StoryGrant | null;
};

/** One request, checked and authorised. */
export type DeskCall<P = unknown, Q = unknown, B = unknown> = DeskDeps &
  Named & {
    params: P;
    query: Q;
    body: B;
    /** Who asks; only an endpoint that may be asked by `anyone` can be reached without. */
    session: Session | null;
    person: Person;
    /** `person <id>`, as the activity list keeps it. */
    actor: Actor;
    request: FastifyRequest;
    reply: FastifyReply;
  };

export type DeskEndpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
> = {
  at: DeskEndpointName;
  params?: P;
  query?: Q;
  body?: B;
  /** Its body is a picture, with words beside it (`web/picture-bodies.ts`). */
  takes?: 'picture';
  /** Its answer is a stream: there is no head of it to ask for. */
  streams?: true;
  /** Bytes of its body, where they may be more than of others. */
  maxBody?: number;
  answer(call: DeskCall<Static<P>, Static<Q>, Static<B>>): Promise<DeskOutcome>;
};

/** Gives an endpoint the types of its schemas. */
export function deskEndpoint<P extends TSchema, Q extends TSchema, B extends TSchema>(
  described: DeskEndpoint<P, Q, B>,
): DeskEndpoint {
  return described;
}

export const ok = (
  body: unknown,
  headers?: Record<string, string>,
): Extract<DeskReply, { type: 'reply' }> => ({
  type: 'reply',
  status: 200,
  body,
  ...(headers && { headers }),
});

export const noContent = (headers?: Record<string, string>): DeskReply => ({
  ...ok(undefined, headers),
  status: 204,
});

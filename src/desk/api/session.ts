import type { FastifyRequest } from 'fastify';
import type { Person } from '../../domain/desk/people.ts';
import type { SignInMethod } from '../../domain/desk/sign-in.ts';
import type { Instant } from '../../domain/time.ts';

/** Who is signed in with this browser. */
export type Session = { id: string; person: Person; method: SignInMethod; createdAt: Instant };

/** Reads the session that a request's cookie names; null where it names none that is good. */
export type SessionReader = (request: Pick<FastifyRequest, 'headers'>) => Promise<Session | null>;

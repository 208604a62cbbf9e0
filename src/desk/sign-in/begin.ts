import type { Person } from '../../domain/desk/people.ts';
import type { Credentials, DeskSession, SignInMethod } from '../../domain/desk/sign-in.ts';
import { newId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import { newToken } from '../../domain/token.ts';
import { peopleActivity } from '../../commands/people/activity.ts';
import { newLink } from '../../commands/people/new-link.ts';
import type { PeopleChange, PeopleRefusal, PeopleWrite, WriteOf } from '../../storage/desk/people-store.ts';
import type { Activity } from '../../storage/storage.ts';
import { sessionCookie } from '../../web/sessions/cookie.ts';
import { deviceOf } from '../../web/sessions/device.ts';
import { absoluteEnd, SESSION_ENDS } from '../../web/sessions/reader.ts';
import { ok, type DeskCall, type DeskReply } from '../api/endpoint.ts';
import type { SignedInWire } from '../shared/wire.ts';

export type Asked = Pick<DeskCall, 'newsroom' | 'signIn' | 'request' | 'session' | 'baseUrl'>;

/** What begins a session in the browser that asks: always a new one, whatever it held before (OWASP: session fixation). */
export function newSession(
  { request, session: former, baseUrl }: Asked,
  person: Person,
  method: SignInMethod,
  at: Instant,
): PeopleChange & { cookie: string } {
  const { token, hash } = newToken();
  const session: DeskSession = {
    id: newId(at),
    personId: person.id,
    hash,
    method,
    device: deviceOf(request.headers['user-agent']),
    createdAt: at,
    seenAt: at,
    expiresAt: absoluteEnd(at),
    revokedAt: null,
  };
  const ended: PeopleWrite[] = former
    ? [{ write: 'sessions-end', personId: former.person.id, id: former.id, at }]
    : [];
  const actor = `person ${person.id}`;
  const detail = { method, device: session.device };
  return {
    writes: [...ended, { write: 'session', session }],
    activity: [peopleActivity(at, actor, 'signed-in', `session ${session.id}`, { detail })],
    cookie: sessionCookie(baseUrl(), token, SESSION_ENDS.absolute / 1000),
  };
}

export type Entering = {
  person: Person;
  method: SignInMethod;
  also?: PeopleWrite[];
  told?: Activity[];
};

/** Lets somebody in, together with what their sign-in uses up; or why storage refuses it. */
export async function letIn(
  call: Asked,
  { person, method, also = [], told = [] }: Entering,
): Promise<{ type: 'in'; cookie: string } | { type: 'refused'; why: PeopleRefusal }> {
  const { storage, clock } = call.newsroom;
  const begun = newSession(call, person, method, await clock.fresh());
  const done = await storage.people.change({
    writes: [...also, ...begun.writes],
    activity: [...told, ...begun.activity],
  });
  if (done.type === 'refused') return done;
  call.signIn.addresses.forgive(call.request.ip);
  return { type: 'in', cookie: begun.cookie };
}

/** What must still stand when somebody is let in by it. */
export const waysIn = (credentials: Credentials | null): WriteOf<'credentials-stand'>['were'] =>
  credentials === null ? {} : { password: credentials.password, totpSecret: credentials.totpSecret };

export const signedInReply = (cookie: string): DeskReply =>
  ok({ state: 'signed-in' } satisfies SignedInWire, { 'set-cookie': cookie });

/** What a code is asked for by: the password was right, or the link good. */
export function secondFactorTicket(
  personId: string,
  method: SignInMethod,
  at: Instant,
): { writes: PeopleWrite[]; reply: DeskReply } {
  const { token, link } = newLink(at, 'second-factor', { personId, extra: { method } });
  const answer: SignedInWire = { state: 'second-factor', ticket: token };
  return { writes: [{ write: 'link', link }], reply: ok(answer) };
}

import type { Person } from '../../domain/desk/people.ts';
import { newId } from '../../domain/id.ts';
import { tokenHash } from '../../domain/token.ts';
import { peopleActivity } from '../../commands/people/activity.ts';
import { linkState } from '../../commands/people/new-link.ts';
import type { Newsroom } from '../../commands/perform.ts';
import type { PeopleWrite } from '../../storage/desk/people-store.ts';
import type { Activity } from '../../storage/storage.ts';
import { cookieName, namedCookie, tokenIn } from '../../web/sessions/cookie.ts';
import type { Outgoing, Vouched } from '../../web/sessions/single-sign-on.ts';
import type { DeskCall } from '../api/endpoint.ts';
import type { SsoRefusal } from '../shared/wire.ts';

export const SSO_CALLBACK = '/desk/api/session/sso/callback';

const ssoCookieName = (site: string): string => `${cookieName(site)}-sso`;

/** Binds the way back to the browser that set out: nobody can be signed in to an account they did not choose. */
export const ssoCookie = (site: string, token: string, seconds: number): string =>
  namedCookie(ssoCookieName(site), site, token, seconds);

export const ssoRefused = (site: string, why: SsoRefusal): string => `${site}/desk/sign-in?sso=${why}`;

/** Where to go once signed in: a page of the desk, whatever was asked for. */
export function returnPath(to: string | undefined, site: string): string {
  const url = to?.startsWith('/') ? URL.parse(to, site) : null;
  const isDesk = url?.origin === new URL(site).origin && /^\/desk(\/(?!api\/)|$)/.test(url.pathname);
  return url && isDesk ? `${url.pathname}${url.search}` : '/desk';
}

type Recalled =
  | { type: 'recalled'; hash: string; outgoing: Outgoing; to: string }
  | { type: 'refused'; why: SsoRefusal };

/** What was remembered when this browser set out. */
export async function recall({
  newsroom: { storage, clock },
  request,
  query,
  baseUrl,
}: DeskCall<unknown, Record<string, unknown>>): Promise<Recalled> {
  const { state } = query;
  const hash = tokenHash(typeof state === 'string' ? state : '');
  const link = await storage.people.link(hash);
  if (link?.kind !== 'sso' || linkState(link, await clock.fresh()) !== 'good')
    return { type: 'refused', why: 'expired' };
  const binding = tokenIn(request.headers.cookie, ssoCookieName(baseUrl()));
  const { browser, to, ...outgoing } = link.extra as Outgoing & { browser: string; to: string };
  if (binding === null || tokenHash(binding) !== browser) return { type: 'refused', why: 'expired' };
  return { type: 'recalled', hash, outgoing, to };
}

type EnteringBySso =
  | { type: 'entering'; person: Person; also: PeopleWrite[]; activity: Activity[] }
  | { type: 'refused'; why: SsoRefusal };

/**
 * Whom a provider's word lets in: who is bound to its subject; else, by a verified address alone, who works here or is invited.
 * From then on the subject counts, not the address. Nobody else: there is no open sign-up.
 */
export async function enteringBySso({ storage, clock }: Newsroom, vouched: Vouched): Promise<EnteringBySso> {
  const { issuer, subject, email } = vouched;
  const bound = await storage.people.bySso(issuer, subject);
  if (bound) {
    if (bound.disabledAt !== null) return { type: 'refused', why: 'disabled' };
    return { type: 'entering', person: bound, also: [], activity: [] };
  }
  if (email === null) return { type: 'refused', why: 'unverified' };
  const at = await clock.fresh();
  const known = await storage.people.byEmail(email);
  if (known?.disabledAt) return { type: 'refused', why: 'disabled' };
  const invited = (await storage.people.invitations(at)).find((link) => link.email === email);
  if (!known && !invited) return { type: 'refused', why: 'not-invited' };
  const person: Person = known ?? {
    id: newId(at),
    email,
    name: invited?.name ?? email,
    role: invited?.role ?? 'reporter',
    createdAt: at,
    disabledAt: null,
    lang: null,
  };
  const actor = `person ${person.id}`;
  const also: PeopleWrite[] = [
    ...(invited ? [{ write: 'link-use' as const, hash: invited.hash, at }] : []),
    ...(known ? [] : [{ write: 'person' as const, person }]),
    { write: 'sso', issuer, subject, personId: person.id, at },
  ];
  const activity = [
    ...(known
      ? []
      : [peopleActivity(at, actor, 'person-added', actor, { detail: { role: person.role, by: 'sso' } })]),
    peopleActivity(at, actor, 'identity-bound', actor, { detail: { issuer } }),
  ];
  return { type: 'entering', person, also, activity };
}

import { SENT_LINKS, type OnceLink } from '../../domain/desk/sign-in.ts';
import { newId } from '../../domain/id.ts';
import { instantOf, millisecondsOf, type Instant } from '../../domain/time.ts';
import { newToken } from '../../domain/token.ts';

type Sent = (typeof SENT_LINKS)[number];

const MINUTE = 60_000;

/** How long each kind opens, ms. */
const LASTS: Record<OnceLink['kind'], number> = {
  'first-admin': 48 * 60 * MINUTE,
  invitation: 48 * 60 * MINUTE,
  reset: 2 * 60 * MINUTE,
  'second-factor': 10 * MINUTE,
  'second-factor-setup': 30 * MINUTE,
  'passkey-sign-in': 10 * MINUTE,
  'passkey-registration': 10 * MINUTE,
  sso: 10 * MINUTE,
};

/** A link that opens once, to be written, and the token it is opened by. */
export function newLink(
  at: Instant,
  kind: OnceLink['kind'],
  given: Partial<Pick<OnceLink, 'email' | 'name' | 'role' | 'personId' | 'madeBy' | 'extra'>> = {},
): { token: string; link: OnceLink } {
  const { token, hash } = newToken();
  const link: OnceLink = {
    email: null,
    name: null,
    role: null,
    personId: null,
    madeBy: null,
    extra: {},
    ...given,
    id: newId(at),
    kind,
    hash,
    createdAt: at,
    expiresAt: instantOf(millisecondsOf(at) + LASTS[kind]),
    usedAt: null,
  };
  return { token, link };
}

/** Whether somebody was sent it: a token of another kind opens no page. */
export const isSent = (link: OnceLink): link is OnceLink & { kind: Sent } =>
  SENT_LINKS.some((kind) => kind === link.kind);

/** Whether it opens now; else why not. */
export function linkState(link: OnceLink | null, now: Instant): 'good' | 'used' | 'expired' | 'unknown' {
  if (!link) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return link.expiresAt <= now ? 'expired' : 'good';
}

/** Where the page lies that a link leads to. */
export const linkPath = (token: string): string => `/desk/welcome/${token}`;

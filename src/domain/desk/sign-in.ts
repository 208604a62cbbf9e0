import type { Instant } from '../time.ts';
import type { Role } from './people.ts';

/** How somebody signed in. */
export type SignInMethod =
  | 'password'
  | 'password+totp'
  | 'password+recovery-code'
  | 'passkey'
  | 'sso'
  | 'link';

/** A browser somebody is signed in with; its token is kept as its SHA-256 alone. */
export type DeskSession = {
  id: string;
  personId: string;
  hash: string;
  method: SignInMethod;
  /** What browser it is, as its person would say it. */
  device: string;
  createdAt: Instant;
  seenAt: Instant;
  /** Its absolute end. */
  expiresAt: Instant;
  revokedAt: Instant | null;
};

/** What somebody signs in with, beside passkeys. */
export type Credentials = {
  /** A PHC string; null where none was set. */
  password: string | null;
  passwordChangedAt: Instant | null;
  /** Base32; null without a second factor. */
  totpSecret: string | null;
  /** The last step of time a code was taken for (RFC 6238 §5.2). */
  totpStep: number | null;
};

export type Passkey = {
  /** The credential's id, base64url. */
  id: string;
  personId: string;
  /** What its owner calls it. */
  name: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  createdAt: Instant;
  usedAt: Instant | null;
};

/** Those that are passed on to somebody. */
export const SENT_LINKS = ['first-admin', 'invitation', 'reset'] as const;

/** Links that are sent to people, and what a sign-in under way must remember. */
export type LinkKind =
  | (typeof SENT_LINKS)[number]
  /** The password was right, a code is still to come. */
  | 'second-factor'
  | 'second-factor-setup'
  | 'passkey-sign-in'
  | 'passkey-registration'
  | 'sso';

/** Opens once. Its token is kept as its SHA-256 alone. */
export type OnceLink = {
  id: string;
  kind: LinkKind;
  hash: string;
  email: string | null;
  name: string | null;
  role: Role | null;
  personId: string | null;
  /** Id of the person who made it; null where the command line did. */
  madeBy: string | null;
  /** Of the kind's own. */
  extra: Record<string, unknown>;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
};

/** Signing in, one's own account, the people of the newsroom, and what programs are let in by. */
import type { Person, Role, StoryGrant } from '../../domain/desk/people.ts';
import type { SignInMethod } from '../../domain/desk/sign-in.ts';
import type { Scope } from '../../domain/token.ts';

export type { SignInMethod, Scope };

/** `POST /session`. Wrong: `wrong-sign-in` (401), the same whether the account exists; too often: `too-many-attempts` (429, `Retry-After`). */
export type SignInWire = { email: string; password: string };

/**
 * What `POST /session`, `POST /session/second-factor`, `POST /session/passkey` and `POST /links/:token` answer. Where a code is
 * still to come the cookie is not set yet, and `ticket` goes with the code; it is good for ten minutes.
 */
export type SignedInWire = { state: 'signed-in' } | { state: 'second-factor'; ticket: string };

/** `POST /session/second-factor`: six digits, or one of the recovery codes. */
export type SecondFactorWire = { ticket: string; code: string };

/** `POST /session/passkey/options` answers what `startAuthentication({ optionsJSON })` takes; its result is what `POST /session/passkey` takes. */
export type PasskeyResponseWire = { response: object };

/**
 * `GET /session/sso?to=/desk/…` is a link, not a request: it leads to the provider and back to `to`. What goes wrong on the way
 * comes back as `/desk/sign-in?sso=` and one of these.
 */
export type SsoRefusal = 'not-invited' | 'unverified' | 'disabled' | 'failed' | 'expired';

/** `POST /password-resets`: 202, whether the account exists or not. Only where `SessionWire.ways.mail`; else an admin makes the link. */
export type PasswordResetWire = { email: string };

/** `GET /links/:token`, for the page at `/desk/welcome/TOKEN`. */
export type LinkWire =
  | {
      state: 'good';
      kind: 'first-admin' | 'invitation' | 'reset';
      /** Null for the first admin, who is asked for it. */
      email: string | null;
      name: string | null;
      role: Role;
      expiresAt: string;
    }
  | { state: 'used' | 'expired' | 'unknown' };

/** `POST /links/:token`: sets the password and signs in (`SignedInWire`); `email` is read for the first admin alone, `name` for new people. A link that does not open (any more): `link-spent` (410). */
export type OpenLinkWire = { email?: string; name?: string; password: string };

/** `GET /account`. */
export type AccountWire = {
  person: Person;
  hasPassword: boolean;
  passwordChangedAt: string | null;
  secondFactor: boolean;
  recoveryCodesLeft: number;
  passkeys: number;
  /** Name of the provider that is bound to it, null without. */
  sso: string | null;
  /** How this browser is signed in. */
  method: SignInMethod;
};

/** `PATCH /account` answers `AccountWire`. `lang` null: the site's. */
export type AccountChangeWire = { name?: string; lang?: string | null };

/**
 * What changes how one signs in asks for the password once more, in `password`. Who has none must have signed in within the last
 * fifteen minutes: else `sign-in-again` (403). A wrong one is `invalid` at `/password`.
 */
export type Confirmed = { password?: string };

/** `PUT /account/password`: 204; all other sessions end. A bad new one is `invalid` at `/next`. */
export type PasswordChangeWire = Confirmed & { next: string };

/** `POST /account/totp` takes `Confirmed`; nothing is on until `PUT` was sent the first code. */
export type TotpSetupWire = {
  ticket: string;
  /** To be typed by hand, in groups of four. */
  secret: string;
  /** `otpauth://…`, for the phone this is read on. */
  uri: string;
  /** The same as a QR code: `<path d={path}>` on `viewBox="0 0 size size"`. */
  qr: { size: number; path: string };
};

/** `PUT /account/totp` answers `RecoveryCodesWire`; `DELETE` takes `Confirmed` (204). */
export type TotpConfirmWire = { ticket: string; code: string };

/** Also of `POST /account/recovery-codes` (takes `Confirmed`): shown this once, the former ones are gone. */
export type RecoveryCodesWire = { codes: string[] };

/** `GET /account/passkeys` → `{ items }`. `PATCH /account/passkeys/:passkeyId { name }` and `DELETE` (`Confirmed`): 204. */
export type PasskeyWire = { id: string; name: string; createdAt: string; usedAt: string | null };

/** `POST /account/passkeys/options` (`Confirmed`) answers what `startRegistration({ optionsJSON })` takes; `POST /account/passkeys` its result: `PasskeyWire`. */
export type NewPasskeyWire = { name: string; response: object };

/** `GET /account/sessions` → `{ items }`. `DELETE /account/sessions/:sessionId` ends one, `DELETE /account/sessions` all others: 204. */
export type SessionLineWire = {
  id: string;
  current: boolean;
  method: SignInMethod;
  device: string;
  createdAt: string;
  seenAt: string;
};

/** `GET /people` → `{ items }`; `security` is there for those who manage people. */
export type PersonWire = Person & {
  security?: {
    hasPassword: boolean;
    secondFactor: boolean;
    passkeys: number;
    sessions: number;
    seenAt: string | null;
  };
};

/** `PATCH /people/:personId` → `PersonWire`. The last admin stays one: `last-admin` (409). `DELETE /people/:personId/sessions`: 204. */
export type PersonChangeWire = { role?: Role; disabled?: boolean };

/** `POST /invitations`; a second one to the same address takes the first back. */
export type InvitationWire = { email: string; name: string; role: Role };

/** `GET /invitations` → `{ items }`; `DELETE /invitations/:invitationId`: 204. */
export type InvitationLineWire = InvitationWire & {
  id: string;
  createdAt: string;
  expiresAt: string;
  madeBy: string | null;
};

/** Of `POST /invitations` and `POST /people/:personId/reset`: `link` is shown this once, to pass on where no mail went out. */
export type MadeLinkWire = { id: string; expiresAt: string; mailed: boolean; link: string };

/** `PUT /stories/:storyId/grants/:personId`; `DELETE` gives it back to the role. `GET /stories/:storyId/grants` → `{ items: StoryGrant[] }`. */
export type GrantWire = Pick<StoryGrant, 'write' | 'publish'>;

/** `GET /tokens` → `{ items }`; `DELETE /tokens/:tokenId`: 204. */
export type TokenWire = {
  id: string;
  name: string;
  scope: Scope;
  story: { id: string; headline: string } | null;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** `POST /tokens`; `secret` is shown this once. */
export type NewTokenWire = { name: string; scope: Scope; storyId?: string | null };
export type MadeTokenWire = TokenWire & { secret: string };

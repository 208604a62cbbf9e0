import type { Person, StoryGrant } from '../../domain/desk/people.ts';
import type { Credentials, DeskSession, OnceLink, Passkey } from '../../domain/desk/sign-in.ts';
import type { Instant } from '../../domain/time.ts';
import type { Activity } from '../storage.ts';
import type { Token } from '../stores.ts';

/** The people of the newsroom, and what they sign in with. */
export type PeopleStore = {
  find: (id: string) => Promise<Person | null>;
  /** By the address in small letters. */
  byEmail: (email: string) => Promise<Person | null>;
  /** By when they came, the first first. */
  list: () => Promise<Person[]>;
  credentials: (personId: string) => Promise<Credentials | null>;
  passkey: (id: string) => Promise<Passkey | null>;
  passkeys: (personId: string) => Promise<Passkey[]>;
  /** How many recovery codes are left. */
  recoveryCodesLeft: (personId: string) => Promise<number>;
  /** Whom an identity provider's subject stands for here. */
  bySso: (issuer: string, subject: string) => Promise<Person | null>;
  /** Whether somebody is bound to a subject of this provider. */
  isBound: (issuer: string, personId: string) => Promise<boolean>;
  link: (hash: string) => Promise<OnceLink | null>;
  /** Invitations that still open. */
  invitations: (now: Instant) => Promise<OnceLink[]>;
  /**
   * Counts a try at a password or a code as failed, before it is looked at; `attempts-forgiven` takes that back. `wait`: it was
   * not counted, and is not to be looked at before `until`. `key`: SHA-256 of what it is for.
   */
  attempt: (
    key: string,
    at: Instant,
  ) => Promise<{ type: 'try'; failures: number } | { type: 'wait'; until: Instant }>;
  /** All writes and their activity in one transaction, or, where one is refused, nothing. */
  change: (change: PeopleChange) => Promise<PeopleChanged>;
};

export type SessionStore = {
  byHash: (hash: string) => Promise<{ session: DeskSession; person: Person } | null>;
  /** Those neither revoked nor past their end, the last seen first. */
  list: (personId: string, now: Instant) => Promise<DeskSession[]>;
  markSeen: (id: string, at: Instant) => Promise<void>;
};

export type GrantStore = {
  find: (storyId: string, personId: string) => Promise<StoryGrant | null>;
  list: (storyId: string) => Promise<StoryGrant[]>;
};

/** `given`: all that stands for the story `from`. */
export type GrantsCopied = { from: string; to: string; given: StoryGrant[] };

export type PeopleChange = { writes: PeopleWrite[]; activity: Activity[] };

export type PeopleRefusal =
  | 'email-taken'
  | 'unknown-person'
  /** Nobody would be left who can manage people. */
  | 'last-admin'
  /** The code was used before, or a later one was. */
  | 'code-used'
  /** What somebody signs in with is another than it was when they were asked for it. */
  | 'credentials-moved'
  | 'session-ended'
  | 'passkey-known'
  | 'passkey-copied'
  | 'identity-taken'
  | 'unknown-link'
  | 'link-used'
  | 'link-expired'
  | 'unknown-token'
  /** Somebody is the first admin already. */
  | 'admin-here';

export type PeopleChanged = { type: 'changed' } | { type: 'refused'; why: PeopleRefusal };

/** `personId` is whose it is, `at` when it happens; `first`: refused where there is an admin. */
export type PeopleWrite =
  | { write: 'person'; person: Person; first?: boolean }
  | {
      write: 'details';
      personId: string;
      set: Partial<Pick<Person, 'name' | 'lang' | 'role' | 'disabledAt'>>;
    }
  | { write: 'password'; personId: string; password: string; at: Instant }
  /** Turns the second factor on, or off where it is null; recovery codes go with the former one. */
  | { write: 'totp'; personId: string; secret: string | null }
  /** Refused with `code-used` unless it is later than the last one: one code opens once. */
  | { write: 'totp-step'; personId: string; step: number }
  /** The step a new second factor was confirmed at. */
  | { write: 'totp-step-first'; personId: string; step: number }
  /** In place of all former ones, by their SHA-256. */
  | { write: 'recovery-codes'; personId: string; hashes: string[] }
  | { write: 'recovery-code'; personId: string; hash: string; at: Instant }
  | { write: 'attempts-forgiven'; key: string }
  | { write: 'passkey'; passkey: Passkey }
  /** Refused with `passkey-copied` where the counter went backwards (WebAuthn §6.1.1). */
  | { write: 'passkey-use'; id: string; counter: number; at: Instant }
  | { write: 'passkey-name'; personId: string; id: string; name: string }
  | { write: 'passkey-gone'; personId: string; id: string }
  | { write: 'sso'; issuer: string; subject: string; personId: string; at: Instant }
  /** Writes nothing; refused with `credentials-moved` where these are others by now: looking at a password takes its time. */
  | {
      write: 'credentials-stand';
      personId: string;
      were: Partial<Pick<Credentials, 'password' | 'totpSecret'>>;
    }
  /** Writes nothing; refused with `session-ended` where it was ended meanwhile. */
  | { write: 'session-stands'; id: string }
  /** Refused with `unknown-person` for somebody who was let out meanwhile. */
  | { write: 'session'; session: DeskSession }
  /** One of them, or all, or all but one. */
  | { write: 'sessions-end'; personId: string; id?: string; but?: string; at: Instant }
  | { write: 'link'; link: OnceLink }
  /** Refused unless it is there, unused and in time. */
  | { write: 'link-use'; hash: string; at: Instant }
  /** One that was not used, by id; or all of a person's, of an address, or made by somebody, of that kind. */
  | {
      write: 'links-gone';
      kind: OnceLink['kind'];
      which: { id: string } | { personId: string } | { email: string } | { madeBy: string };
    }
  /** Both null takes it away. */
  | { write: 'grant'; grant: StoryGrant }
  | { write: 'token'; token: Token }
  | { write: 'token-gone'; id: string; at: Instant };

export type WriteOf<W extends PeopleWrite['write']> = Extract<PeopleWrite, { write: W }>;

import type { Instant } from '../domain/time.ts';
import type { Answer } from './storage.ts';

export type Scope = 'read' | 'write' | 'admin';

/** A token as kept: the SHA-256 of its secret, never the secret. */
export type Token = {
  id: string;
  name: string;
  scope: Scope;
  /** Where set, the token is good for this story alone. */
  storyId: string | null;
  hash: string;
  createdAt: Instant;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
};

export type TokenStore = {
  add: (token: Token) => Promise<void>;
  byHash: (hash: string) => Promise<Token | null>;
  list: () => Promise<Token[]>;
  /** False when there is none of that id, or it was revoked before. */
  revoke: (id: string, at: Instant) => Promise<boolean>;
  markUsed: (id: string, at: Instant) => Promise<void>;
};

export type AnswerStore = {
  find: (tokenId: string, key: string) => Promise<Answer | null>;
  /** Forgets answers given before the instant; how many. */
  forget: (before: Instant) => Promise<number>;
};

/** The clock tests set: it stood at `now` when the machine's own clock stood at `setAt`. */
export type ClockSetting = { now: Instant; setAt: Instant; running: boolean };

export type ClockStore = {
  get: () => Promise<ClockSetting | null>;
  set: (setting: ClockSetting) => Promise<void>;
};

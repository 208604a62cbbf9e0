-- People of the newsroom, and what they sign in with. A password is kept as argon2id hashes it, tokens as their SHA-256.
ALTER TABLE users ADD COLUMN password TEXT;
ALTER TABLE users ADD COLUMN password_changed_at TEXT;
ALTER TABLE users ADD COLUMN totp_secret TEXT;
-- The last step of time a code was taken for: one code opens once (RFC 6238 §5.2).
ALTER TABLE users ADD COLUMN totp_step INTEGER;
ALTER TABLE users ADD COLUMN disabled_at TEXT;
ALTER TABLE users ADD COLUMN lang TEXT;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  -- How they signed in: password, password+totp, password+recovery-code, passkey, sso, link.
  method TEXT NOT NULL,
  -- What browser it is, as the person would say it.
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id, created_at);

CREATE TABLE recovery_codes (
  person_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (person_id, hash)
) STRICT;

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  -- 32 bits, unsigned (WebAuthn §6.1.1).
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX passkeys_by_person ON passkeys (person_id);

CREATE TABLE sso_identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT;

-- Links that open once: the first admin's, invitations, resets; and what a sign-in under way must remember (challenges, SSO state).
CREATE TABLE once_links (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  email TEXT,
  name TEXT,
  role TEXT,
  person_id TEXT,
  made_by TEXT,
  -- JSON, of the kind's own.
  extra TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

-- Wrong passwords and codes since the last right ones, by the SHA-256 of what they were for, whether there is such an account or not.
CREATE TABLE sign_in_attempts (
  key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  failed_at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (failed_at);

CREATE TABLE story_grants (
  story_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  may_write INTEGER,
  may_publish INTEGER,
  PRIMARY KEY (story_id, person_id)
) STRICT;

-- People of the newsroom, and what they sign in with. A password is kept as argon2id hashes it, tokens as their SHA-256.
ALTER TABLE users ADD COLUMN password TEXT COLLATE "C";
ALTER TABLE users ADD COLUMN password_changed_at TEXT COLLATE "C";
ALTER TABLE users ADD COLUMN totp_secret TEXT COLLATE "C";
-- The last step of time a code was taken for: one code opens once (RFC 6238 §5.2).
ALTER TABLE users ADD COLUMN totp_step INTEGER;
ALTER TABLE users ADD COLUMN disabled_at TEXT COLLATE "C";
ALTER TABLE users ADD COLUMN lang TEXT COLLATE "C";

CREATE TABLE sessions (
  id TEXT COLLATE "C" PRIMARY KEY,
  person_id TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL UNIQUE,
  -- How they signed in: password, password+totp, password+recovery-code, passkey, sso, link.
  method TEXT COLLATE "C" NOT NULL,
  -- What browser it is, as the person would say it.
  device TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL,
  seen_at TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL,
  revoked_at TEXT COLLATE "C"
);
CREATE INDEX sessions_by_person ON sessions (person_id, created_at);

CREATE TABLE recovery_codes (
  person_id TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  used_at TEXT COLLATE "C",
  PRIMARY KEY (person_id, hash)
);

CREATE TABLE passkeys (
  id TEXT COLLATE "C" PRIMARY KEY,
  person_id TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  public_key TEXT COLLATE "C" NOT NULL,
  -- 32 bits, unsigned (WebAuthn §6.1.1).
  counter DOUBLE PRECISION NOT NULL,
  transports TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL,
  used_at TEXT COLLATE "C"
);
CREATE INDEX passkeys_by_person ON passkeys (person_id);

CREATE TABLE sso_identities (
  issuer TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (issuer, subject)
);

-- Links that open once: the first admin's, invitations, resets; and what a sign-in under way must remember (challenges, SSO state).
CREATE TABLE once_links (
  id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL UNIQUE,
  email TEXT COLLATE "C",
  name TEXT COLLATE "C",
  role TEXT COLLATE "C",
  person_id TEXT COLLATE "C",
  made_by TEXT COLLATE "C",
  -- JSON, of the kind's own.
  extra TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL,
  used_at TEXT COLLATE "C"
);

-- Wrong passwords and codes since the last right ones, by the SHA-256 of what they were for, whether there is such an account or not.
CREATE TABLE sign_in_attempts (
  key TEXT COLLATE "C" PRIMARY KEY,
  failures INTEGER NOT NULL,
  failed_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (failed_at);

CREATE TABLE story_grants (
  story_id TEXT COLLATE "C" NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL,
  may_write INTEGER,
  may_publish INTEGER,
  PRIMARY KEY (story_id, person_id)
);

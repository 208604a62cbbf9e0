-- Times are UTC text with exactly three fractional digits, so that they sort; flags are 0 or 1; JSON is text.
CREATE TABLE logs (
  story_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  last_at TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  update_id TEXT,
  payload TEXT,
  salt TEXT,
  payload_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (story_id, seq)
) STRICT;

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  lang TEXT NOT NULL,
  zone TEXT NOT NULL,
  place_zone TEXT,
  section TEXT,
  state TEXT NOT NULL,
  paused_until TEXT,
  ended_at TEXT,
  version INTEGER NOT NULL,
  top TEXT NOT NULL,
  top_version INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  top_written_at TEXT NOT NULL,
  headline_at TEXT NOT NULL,
  lead_at TEXT NOT NULL,
  pinned_id TEXT,
  update_count INTEGER NOT NULL
) STRICT;
CREATE INDEX stories_by_update ON stories (state, updated_at, id);
CREATE INDEX stories_by_opening ON stories (opened_at, id);

CREATE TABLE slugs (
  slug TEXT PRIMARY KEY,
  story_id TEXT NOT NULL
) STRICT;

CREATE TABLE tops (
  story_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  top TEXT NOT NULL,
  PRIMARY KEY (story_id, version)
) STRICT;

CREATE TABLE updates (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  time_known INTEGER NOT NULL,
  title TEXT,
  body TEXT NOT NULL,
  author TEXT,
  key_event INTEGER NOT NULL,
  analysis INTEGER NOT NULL,
  status TEXT NOT NULL,
  edited_at TEXT,
  retracted_at TEXT,
  retraction_reason TEXT,
  UNIQUE (story_id, seq)
) STRICT;
CREATE INDEX key_events ON updates (story_id, seq) WHERE key_event = 1;

CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  update_id TEXT,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  was TEXT,
  "is" TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX corrections_by_story ON corrections (story_id, seq);
CREATE INDEX corrections_by_update ON corrections (update_id);

-- Who is named in the byline in force; made from the top with every version of it.
CREATE TABLE bylines (
  name TEXT NOT NULL,
  story_id TEXT NOT NULL,
  PRIMARY KEY (name, story_id)
) STRICT;
CREATE INDEX bylines_by_story ON bylines (story_id);

CREATE TABLE authors (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT,
  bio TEXT
) STRICT;
CREATE INDEX authors_by_name ON authors (name);

CREATE TABLE site (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

-- Who did what at the desk, append-only; written in the commit it tells of.
CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
CREATE INDEX activity_by_story ON activity (story_id, seq);

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  story_id TEXT,
  hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  last_used_at TEXT,
  revoked_at TEXT
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- The answer a write gave, kept so that a retry with the same key gets the same one.
CREATE TABLE answers (
  token_id TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (token_id, key)
) STRICT;
CREATE INDEX answers_by_time ON answers (at);

-- The bytes an import came from, by SHA-256: the same bytes again are skipped.
CREATE TABLE imports (
  digest TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE test_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  now TEXT NOT NULL,
  set_at TEXT NOT NULL,
  running INTEGER NOT NULL
) STRICT;

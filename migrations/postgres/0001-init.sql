-- Times are UTC text with exactly three fractional digits, so that they sort; flags are 0 or 1; JSON is text.
-- COLLATE "C": text sorts by its bytes, as in SQLite, whatever the database was made with.
CREATE TABLE logs (
  story_id TEXT COLLATE "C" PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  last_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  update_id TEXT COLLATE "C",
  payload TEXT COLLATE "C",
  salt TEXT COLLATE "C",
  payload_hash TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  UNIQUE (story_id, seq)
);

CREATE TABLE stories (
  id TEXT COLLATE "C" PRIMARY KEY,
  slug TEXT COLLATE "C" NOT NULL,
  lang TEXT COLLATE "C" NOT NULL,
  zone TEXT COLLATE "C" NOT NULL,
  place_zone TEXT COLLATE "C",
  section TEXT COLLATE "C",
  state TEXT COLLATE "C" NOT NULL,
  paused_until TEXT COLLATE "C",
  ended_at TEXT COLLATE "C",
  version INTEGER NOT NULL,
  top TEXT COLLATE "C" NOT NULL,
  top_version INTEGER NOT NULL,
  opened_at TEXT COLLATE "C" NOT NULL,
  updated_at TEXT COLLATE "C" NOT NULL,
  top_written_at TEXT COLLATE "C" NOT NULL,
  headline_at TEXT COLLATE "C" NOT NULL,
  lead_at TEXT COLLATE "C" NOT NULL,
  pinned_id TEXT COLLATE "C",
  update_count INTEGER NOT NULL
);
CREATE INDEX stories_by_update ON stories (state, updated_at, id);
CREATE INDEX stories_by_opening ON stories (opened_at, id);

CREATE TABLE slugs (
  slug TEXT COLLATE "C" PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL
);

CREATE TABLE tops (
  story_id TEXT COLLATE "C" NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  top TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (story_id, version)
);

CREATE TABLE updates (
  id TEXT COLLATE "C" PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  time_known INTEGER NOT NULL,
  title TEXT COLLATE "C",
  body TEXT COLLATE "C" NOT NULL,
  author TEXT COLLATE "C",
  key_event INTEGER NOT NULL,
  analysis INTEGER NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  edited_at TEXT COLLATE "C",
  retracted_at TEXT COLLATE "C",
  retraction_reason TEXT COLLATE "C",
  UNIQUE (story_id, seq)
);
CREATE INDEX key_events ON updates (story_id, seq) WHERE key_event = 1;

CREATE TABLE corrections (
  id TEXT COLLATE "C" PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  update_id TEXT COLLATE "C",
  seq INTEGER NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  was TEXT COLLATE "C",
  "is" TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C"
);
CREATE INDEX corrections_by_story ON corrections (story_id, seq);
CREATE INDEX corrections_by_update ON corrections (update_id);

-- Who is named in the byline in force; made from the top with every version of it.
CREATE TABLE bylines (
  name TEXT COLLATE "C" NOT NULL,
  story_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (name, story_id)
);
CREATE INDEX bylines_by_story ON bylines (story_id);

CREATE TABLE authors (
  slug TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C",
  bio TEXT COLLATE "C"
);
CREATE INDEX authors_by_name ON authors (name);

CREATE TABLE site (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL
);

-- Who did what at the desk, append-only; written in the commit it tells of.
CREATE TABLE activity (
  id TEXT COLLATE "C" PRIMARY KEY,
  at TEXT COLLATE "C" NOT NULL,
  actor TEXT COLLATE "C" NOT NULL,
  action TEXT COLLATE "C" NOT NULL,
  story_id TEXT COLLATE "C" NOT NULL,
  seq INTEGER NOT NULL
);
CREATE INDEX activity_by_story ON activity (story_id, seq);

CREATE TABLE tokens (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  scope TEXT COLLATE "C" NOT NULL,
  story_id TEXT COLLATE "C",
  hash TEXT COLLATE "C" NOT NULL UNIQUE,
  created_at TEXT COLLATE "C" NOT NULL,
  last_used_at TEXT COLLATE "C",
  revoked_at TEXT COLLATE "C"
);

CREATE TABLE users (
  id TEXT COLLATE "C" PRIMARY KEY,
  email TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL
);

-- The answer a write gave, kept so that a retry with the same key gets the same one.
CREATE TABLE answers (
  token_id TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  request_hash TEXT COLLATE "C" NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (token_id, key)
);
CREATE INDEX answers_by_time ON answers (at);

-- The bytes an import came from, by SHA-256: the same bytes again are skipped.
CREATE TABLE imports (
  digest TEXT COLLATE "C" PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE test_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  now TEXT COLLATE "C" NOT NULL,
  set_at TEXT COLLATE "C" NOT NULL,
  running INTEGER NOT NULL
);

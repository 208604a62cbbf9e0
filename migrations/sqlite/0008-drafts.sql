-- The desk's drafts: rows with versions of their own, outside the log.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  update_id TEXT,
  base_version INTEGER,
  status TEXT NOT NULL,
  content TEXT NOT NULL,
  log_seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  filed_by TEXT,
  filed_at TEXT,
  publish_at TEXT,
  scheduled_by TEXT,
  -- How the server publishes it, in JSON: as an edit, a small edit, a correction.
  publish_how TEXT,
  missed TEXT,
  embargo_until TEXT,
  published_by TEXT,
  published_at TEXT,
  published_seq INTEGER,
  late INTEGER NOT NULL,
  trashed_by TEXT,
  trashed_at TEXT,
  at TEXT
) STRICT;
CREATE INDEX drafts_by_story ON drafts (story_id, status, changed_at);
CREATE INDEX drafts_by_status ON drafts (status, changed_at);
CREATE INDEX drafts_due ON drafts (publish_at) WHERE status = 'scheduled';
-- A story has one top being written, an update one edit over it.
CREATE UNIQUE INDEX one_top_at_a_time ON drafts (story_id) WHERE kind = 'top' AND status IN ('draft', 'filed', 'scheduled');
CREATE UNIQUE INDEX one_edit_at_a_time ON drafts (update_id) WHERE kind = 'edit' AND status IN ('draft', 'filed', 'scheduled');

-- Every keystroke, as Yjs encodes it: committed before anybody else sees it. Rows up to the snapshot's seq are gone.
CREATE TABLE draft_log (
  draft_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  by_id TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (draft_id, seq)
) STRICT;
CREATE TABLE draft_heads (
  draft_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  snapshot_seq INTEGER NOT NULL,
  snapshot BLOB
) STRICT;
CREATE TABLE draft_versions (
  id TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL,
  at TEXT NOT NULL,
  by_ids TEXT NOT NULL,
  log_seq INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX draft_versions_by_draft ON draft_versions (draft_id, at);

-- Who did what, whatever it was done to: `seq` where an event of the story's log tells it, `subject` and `detail` where none does.
CREATE TABLE all_activity (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  story_id TEXT,
  seq INTEGER,
  -- What it was done to, where it was no story: `draft <id>`, `person <id>` …
  subject TEXT,
  -- What more there is to tell, in JSON; never words of a draft.
  detail TEXT
) STRICT;
INSERT INTO all_activity SELECT id, at, actor, action, story_id, seq, NULL, NULL FROM activity;
DROP TABLE activity;
ALTER TABLE all_activity RENAME TO activity;
CREATE INDEX activity_by_story ON activity (story_id, seq);
CREATE INDEX activity_by_time ON activity (at, id);
CREATE INDEX activity_by_actor ON activity (actor, at);

-- Whether what one filed another must publish.
ALTER TABLE site ADD COLUMN four_eyes INTEGER NOT NULL DEFAULT 0;

-- A story that goes on the next day: the one that ended names the next, the next the one before.
ALTER TABLE stories ADD COLUMN next_id TEXT;
ALTER TABLE stories ADD COLUMN previous_id TEXT;

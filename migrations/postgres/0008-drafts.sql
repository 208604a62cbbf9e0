-- The desk's drafts: rows with versions of their own, outside the log.
CREATE TABLE drafts (
  id TEXT COLLATE "C" PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  update_id TEXT COLLATE "C",
  base_version INTEGER,
  status TEXT COLLATE "C" NOT NULL,
  content TEXT COLLATE "C" NOT NULL,
  log_seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_by TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL,
  changed_by TEXT COLLATE "C" NOT NULL,
  changed_at TEXT COLLATE "C" NOT NULL,
  filed_by TEXT COLLATE "C",
  filed_at TEXT COLLATE "C",
  publish_at TEXT COLLATE "C",
  scheduled_by TEXT COLLATE "C",
  -- How the server publishes it, in JSON: as an edit, a small edit, a correction.
  publish_how TEXT COLLATE "C",
  missed TEXT COLLATE "C",
  embargo_until TEXT COLLATE "C",
  published_by TEXT COLLATE "C",
  published_at TEXT COLLATE "C",
  published_seq INTEGER,
  late INTEGER NOT NULL,
  trashed_by TEXT COLLATE "C",
  trashed_at TEXT COLLATE "C",
  at TEXT COLLATE "C"
);
CREATE INDEX drafts_by_story ON drafts (story_id, status, changed_at);
CREATE INDEX drafts_by_status ON drafts (status, changed_at);
CREATE INDEX drafts_due ON drafts (publish_at) WHERE status = 'scheduled';
-- A story has one top being written, an update one edit over it.
CREATE UNIQUE INDEX one_top_at_a_time ON drafts (story_id) WHERE kind = 'top' AND status IN ('draft', 'filed', 'scheduled');
CREATE UNIQUE INDEX one_edit_at_a_time ON drafts (update_id) WHERE kind = 'edit' AND status IN ('draft', 'filed', 'scheduled');

-- Every keystroke, as Yjs encodes it: committed before anybody else sees it. Rows up to the snapshot's seq are gone.
CREATE TABLE draft_log (
  draft_id TEXT COLLATE "C" NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  by_id TEXT COLLATE "C" NOT NULL,
  data BYTEA NOT NULL,
  PRIMARY KEY (draft_id, seq)
);
CREATE TABLE draft_heads (
  draft_id TEXT COLLATE "C" PRIMARY KEY,
  seq INTEGER NOT NULL,
  snapshot_seq INTEGER NOT NULL,
  snapshot BYTEA
);
CREATE TABLE draft_versions (
  id TEXT COLLATE "C" PRIMARY KEY,
  draft_id TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  by_ids TEXT COLLATE "C" NOT NULL,
  log_seq INTEGER NOT NULL,
  content TEXT COLLATE "C" NOT NULL
);
CREATE INDEX draft_versions_by_draft ON draft_versions (draft_id, at);

-- Who did what, whatever it was done to: `seq` where an event of the story's log tells it, `subject` and `detail` where none does.
ALTER TABLE activity ALTER COLUMN story_id DROP NOT NULL;
ALTER TABLE activity ALTER COLUMN seq DROP NOT NULL;
ALTER TABLE activity ADD COLUMN subject TEXT COLLATE "C";
ALTER TABLE activity ADD COLUMN detail TEXT COLLATE "C";
CREATE INDEX activity_by_time ON activity (at, id);
CREATE INDEX activity_by_actor ON activity (actor, at);

-- Whether what one filed another must publish.
ALTER TABLE site ADD COLUMN four_eyes INTEGER NOT NULL DEFAULT 0;

-- A story that goes on the next day: the one that ended names the next, the next the one before.
ALTER TABLE stories ADD COLUMN next_id TEXT COLLATE "C";
ALTER TABLE stories ADD COLUMN previous_id TEXT COLLATE "C";

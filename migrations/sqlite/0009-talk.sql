-- What is said beside a story, and who has read what was said to them.
CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL,
  draft_id TEXT,
  kind TEXT NOT NULL,
  by_id TEXT NOT NULL,
  at TEXT NOT NULL,
  edited_at TEXT,
  text TEXT NOT NULL,
  mentions TEXT NOT NULL,
  settled_by TEXT,
  settled_at TEXT
) STRICT;
CREATE INDEX notes_by_story ON notes (story_id, at, id);
CREATE TABLE mentions (
  person_id TEXT NOT NULL,
  note_id TEXT NOT NULL,
  at TEXT NOT NULL,
  read_at TEXT,
  PRIMARY KEY (person_id, note_id)
) STRICT;
CREATE INDEX mentions_by_person ON mentions (person_id, at, note_id);

-- The desk lists stories by when they last changed.
CREATE INDEX logs_by_last ON logs (last_at, story_id);

-- Who did what stands as it was written.
CREATE TRIGGER activity_is_not_changed BEFORE UPDATE ON activity
BEGIN SELECT RAISE(ABORT, 'the activity list is only added to'); END;
CREATE TRIGGER activity_is_not_deleted BEFORE DELETE ON activity
BEGIN SELECT RAISE(ABORT, 'the activity list is only added to'); END;

-- Pictures of the desk that readers have not been shown yet: they become events of the site's log with the first words that bear them.
CREATE TABLE held_media (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  media TEXT NOT NULL,
  -- What is looked through for them: alternative text, caption, credit, in small letters.
  words TEXT NOT NULL,
  taken_in_by TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Counts every change; while renditions are made, too.
  version INTEGER NOT NULL,
  ready INTEGER NOT NULL,
  published_at TEXT
) STRICT;
CREATE INDEX held_media_by_digest ON held_media (digest);

-- What the desk did with a picture, in JSON: its crop, its focal point, why it has no alternative text.
ALTER TABLE media ADD COLUMN handling TEXT NOT NULL DEFAULT 'null';

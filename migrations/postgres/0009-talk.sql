-- What is said beside a story, and who has read what was said to them.
CREATE TABLE notes (
  id TEXT COLLATE "C" PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  draft_id TEXT COLLATE "C",
  kind TEXT COLLATE "C" NOT NULL,
  by_id TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  edited_at TEXT COLLATE "C",
  text TEXT COLLATE "C" NOT NULL,
  mentions TEXT COLLATE "C" NOT NULL,
  settled_by TEXT COLLATE "C",
  settled_at TEXT COLLATE "C"
);
CREATE INDEX notes_by_story ON notes (story_id, at, id);
CREATE TABLE mentions (
  person_id TEXT COLLATE "C" NOT NULL,
  note_id TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  read_at TEXT COLLATE "C",
  PRIMARY KEY (person_id, note_id)
);
CREATE INDEX mentions_by_person ON mentions (person_id, at, note_id);

-- The desk lists stories by when they last changed.
CREATE INDEX logs_by_last ON logs (last_at, story_id);

-- Who did what stands as it was written.
CREATE FUNCTION refuse_change_of_activity() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the activity list is only added to'; END $$;
CREATE TRIGGER activity_is_not_changed BEFORE UPDATE OR DELETE ON activity
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_activity();

-- Pictures of the desk that readers have not been shown yet: they become events of the site's log with the first words that bear them.
CREATE TABLE held_media (
  id TEXT COLLATE "C" PRIMARY KEY,
  digest TEXT COLLATE "C" NOT NULL,
  media TEXT COLLATE "C" NOT NULL,
  -- What is looked through for them: alternative text, caption, credit, in small letters.
  words TEXT COLLATE "C" NOT NULL,
  taken_in_by TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  -- Counts every change; while renditions are made, too.
  version INTEGER NOT NULL,
  ready INTEGER NOT NULL,
  published_at TEXT COLLATE "C"
);
CREATE INDEX held_media_by_digest ON held_media (digest);

-- What the desk did with a picture, in JSON: its crop, its focal point, why it has no alternative text.
ALTER TABLE media ADD COLUMN handling TEXT COLLATE "C" NOT NULL DEFAULT 'null';

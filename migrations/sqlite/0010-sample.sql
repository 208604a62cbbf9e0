-- The sample a newsroom begins with: told by its log, and the one story that can be discarded.
ALTER TABLE stories ADD COLUMN sample INTEGER NOT NULL DEFAULT 0;
-- Since when it is in the trash: nobody but the trash finds it.
ALTER TABLE stories ADD COLUMN discarded_at TEXT;
CREATE INDEX stories_discarded ON stories (id) WHERE discarded_at IS NOT NULL;

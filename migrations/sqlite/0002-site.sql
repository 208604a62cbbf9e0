-- The site's settings, its plain pages, and sections by address.
ALTER TABLE site ADD COLUMN lang TEXT NOT NULL DEFAULT 'en';
ALTER TABLE site ADD COLUMN zone TEXT NOT NULL DEFAULT 'America/New_York';
ALTER TABLE site ADD COLUMN tagline TEXT;
ALTER TABLE site ADD COLUMN notice TEXT;
ALTER TABLE site ADD COLUMN logo TEXT;
ALTER TABLE site ADD COLUMN colours TEXT NOT NULL DEFAULT 'null';
ALTER TABLE site ADD COLUMN font TEXT NOT NULL DEFAULT 'mixed';
ALTER TABLE site ADD COLUMN navigation TEXT NOT NULL DEFAULT '[]';
ALTER TABLE site ADD COLUMN contact TEXT;
ALTER TABLE site ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
UPDATE site SET version = (SELECT max(seq) FROM events WHERE story_id = 'site' AND kind = 'site');

CREATE TABLE pages (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  lang TEXT,
  in_footer INTEGER NOT NULL,
  version INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

-- The address a story's section has; filled from the section's name by `storage/fills.ts`.
ALTER TABLE stories ADD COLUMN section_slug TEXT;
CREATE INDEX stories_by_section ON stories (section_slug, state, updated_at, id);

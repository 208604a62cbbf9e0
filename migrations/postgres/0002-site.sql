-- The site's settings, its plain pages, and sections by address.
ALTER TABLE site ADD COLUMN lang TEXT COLLATE "C" NOT NULL DEFAULT 'en';
ALTER TABLE site ADD COLUMN zone TEXT COLLATE "C" NOT NULL DEFAULT 'America/New_York';
ALTER TABLE site ADD COLUMN tagline TEXT COLLATE "C";
ALTER TABLE site ADD COLUMN notice TEXT COLLATE "C";
ALTER TABLE site ADD COLUMN logo TEXT COLLATE "C";
ALTER TABLE site ADD COLUMN colours TEXT COLLATE "C" NOT NULL DEFAULT 'null';
ALTER TABLE site ADD COLUMN font TEXT COLLATE "C" NOT NULL DEFAULT 'mixed';
ALTER TABLE site ADD COLUMN navigation TEXT COLLATE "C" NOT NULL DEFAULT '[]';
ALTER TABLE site ADD COLUMN contact TEXT COLLATE "C";
ALTER TABLE site ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
UPDATE site SET version = (SELECT max(seq) FROM events WHERE story_id = 'site' AND kind = 'site');

CREATE TABLE pages (
  slug TEXT COLLATE "C" PRIMARY KEY,
  title TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  lang TEXT COLLATE "C",
  in_footer INTEGER NOT NULL,
  version INTEGER NOT NULL,
  changed_at TEXT COLLATE "C" NOT NULL
);

-- The address a story's section has; filled from the section's name by `storage/fills.ts`.
ALTER TABLE stories ADD COLUMN section_slug TEXT COLLATE "C";
CREATE INDEX stories_by_section ON stories (section_slug, state, updated_at, id);

-- The outlets that an update's statements name, as it stands.
CREATE TABLE update_outlets (
  story_id TEXT NOT NULL,
  outlet_key TEXT NOT NULL,
  outlet TEXT NOT NULL,
  update_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (story_id, outlet_key, seq)
) STRICT;
CREATE INDEX outlets_by_update ON update_outlets (update_id);
CREATE INDEX updates_by_author ON updates (story_id, author, seq);

-- In how many standing updates of a story each author and outlet is named.
CREATE TABLE story_names (
  story_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  updates INTEGER NOT NULL,
  PRIMARY KEY (story_id, kind, key)
) STRICT;

-- What can be searched: tops (seq 0, no update) and standing updates, each at a place of its own, ordered by time.
CREATE TABLE findable (
  place INTEGER PRIMARY KEY,
  story_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  update_id TEXT,
  UNIQUE (story_id, seq)
) STRICT;
CREATE INDEX findable_by_update ON findable (update_id) WHERE update_id IS NOT NULL;
CREATE VIRTUAL TABLE findable_words USING fts5 (
  head, body, facets, content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- Stories written before there was this: their updates up to `seq` have been taken in.
CREATE TABLE to_be_found (
  story_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO to_be_found (story_id, seq) SELECT id, 0 FROM stories;

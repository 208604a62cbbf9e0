-- The outlets that an update's statements name, as it stands.
CREATE TABLE update_outlets (
  story_id TEXT COLLATE "C" NOT NULL,
  outlet_key TEXT COLLATE "C" NOT NULL,
  outlet TEXT COLLATE "C" NOT NULL,
  update_id TEXT COLLATE "C" NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (story_id, outlet_key, seq)
);
CREATE INDEX outlets_by_update ON update_outlets (update_id);
CREATE INDEX updates_by_author ON updates (story_id, author, seq);

-- In how many standing updates of a story each author and outlet is named.
CREATE TABLE story_names (
  story_id TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  updates INTEGER NOT NULL,
  PRIMARY KEY (story_id, kind, key)
);

-- What can be searched: tops (seq 0, no update) and standing updates, each at a place of its own, ordered by time.
-- A place is a whole number of at most 53 bits, which both this type and JavaScript hold exactly.
CREATE TABLE findable (
  place DOUBLE PRECISION PRIMARY KEY,
  story_id TEXT COLLATE "C" NOT NULL,
  seq INTEGER NOT NULL,
  update_id TEXT COLLATE "C",
  UNIQUE (story_id, seq)
);
CREATE INDEX findable_by_update ON findable (update_id) WHERE update_id IS NOT NULL;
CREATE TABLE findable_words (
  place DOUBLE PRECISION PRIMARY KEY,
  words TSVECTOR NOT NULL
);
-- A list of pending entries would be worked off by whichever commit fills it.
CREATE INDEX findable_by_words ON findable_words USING gin (words) WITH (fastupdate = off);

-- Stories written before there was this: their updates up to `seq` have been taken in.
CREATE TABLE to_be_found (
  story_id TEXT COLLATE "C" PRIMARY KEY,
  seq INTEGER NOT NULL
);
INSERT INTO to_be_found (story_id, seq) SELECT id, 0 FROM stories;

-- Pictures: what is true of each now. `ready` is 1 once all its renditions were made.
CREATE TABLE media (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  format TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  color TEXT NOT NULL,
  blur TEXT NOT NULL,
  byline TEXT,
  copyright TEXT,
  source_type TEXT,
  offered TEXT NOT NULL,
  alt TEXT,
  caption TEXT,
  credit TEXT,
  renditions TEXT NOT NULL,
  ready INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX media_by_digest ON media (digest);
CREATE INDEX media_unfinished ON media (id) WHERE ready = 0;

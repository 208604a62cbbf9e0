-- Pictures: what is true of each now. `ready` is 1 once all its renditions were made.
CREATE TABLE media (
  id TEXT COLLATE "C" PRIMARY KEY,
  digest TEXT COLLATE "C" NOT NULL,
  format TEXT COLLATE "C" NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  color TEXT COLLATE "C" NOT NULL,
  blur TEXT COLLATE "C" NOT NULL,
  byline TEXT COLLATE "C",
  copyright TEXT COLLATE "C",
  source_type TEXT COLLATE "C",
  offered TEXT COLLATE "C" NOT NULL,
  alt TEXT COLLATE "C",
  caption TEXT COLLATE "C",
  credit TEXT COLLATE "C",
  renditions TEXT COLLATE "C" NOT NULL,
  ready INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX media_by_digest ON media (digest);
CREATE INDEX media_unfinished ON media (id) WHERE ready = 0;

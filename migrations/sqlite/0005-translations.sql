-- A story may translate another: which one, which event of it it stands for, and when that one was last corrected since.
ALTER TABLE stories ADD COLUMN translation_of TEXT;
ALTER TABLE stories ADD COLUMN source_seq INTEGER;
ALTER TABLE stories ADD COLUMN source_corrected_at TEXT;
CREATE INDEX stories_by_original ON stories (translation_of) WHERE translation_of IS NOT NULL;

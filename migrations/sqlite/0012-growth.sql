-- What a page, a feed or a list reads is read in the order of an index, however many there are.
CREATE INDEX updates_by_change ON updates (story_id, coalesce(modified_at, at), seq);
CREATE INDEX corrections_of_tops ON corrections (story_id, seq) WHERE update_id IS NULL;
CREATE INDEX story_names_by_updates ON story_names (story_id, kind, updates DESC, key);
CREATE INDEX stories_by_change ON stories (updated_at, id);
CREATE INDEX activity_of_story ON activity (story_id, at, id);
CREATE INDEX activity_by_action ON activity (action, at, id);
CREATE INDEX drafts_late ON drafts (story_id, status, update_id) WHERE late = 1;
CREATE INDEX held_media_waiting ON held_media (id) WHERE published_at IS NULL;

-- When the story was opened: an author's stories are listed by it.
ALTER TABLE bylines ADD COLUMN opened_at TEXT NOT NULL DEFAULT '';
UPDATE bylines SET opened_at = coalesce((SELECT opened_at FROM stories WHERE stories.id = bylines.story_id), '');
CREATE INDEX bylines_by_opening ON bylines (name, opened_at, story_id);

-- Words are kept by where they stand, so that a rank of results reads what is of it alone: everything is taken in anew.
INSERT INTO findable_words (findable_words) VALUES ('delete-all');
DELETE FROM findable;
DELETE FROM story_names;
DELETE FROM update_outlets;
DELETE FROM to_be_found;
INSERT INTO to_be_found (story_id, seq) SELECT id, 0 FROM stories;
-- The words there are, in order.
CREATE VIRTUAL TABLE findable_spellings USING fts5vocab (findable_words, instance);

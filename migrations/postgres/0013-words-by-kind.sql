-- expand: a search looks at the last stories, and at the last updates, before it asks for all that have a word.
CREATE INDEX findable_tops ON findable (place) WHERE update_id IS NULL;
CREATE INDEX findable_updates ON findable (place) WHERE update_id IS NOT NULL;

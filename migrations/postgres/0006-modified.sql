-- When an update last changed in substance: an edit, a correction or a retraction, never a small edit.
ALTER TABLE updates ADD COLUMN modified_at TEXT COLLATE "C";
UPDATE updates SET modified_at = (
  SELECT max(at) FROM events
  WHERE events.update_id = updates.id AND events.kind IN ('edit', 'correction', 'retraction')
);

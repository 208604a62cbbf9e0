-- How far a draft's log had come when it was filed, and when it was scheduled: who changed its words since is one of its writers.
ALTER TABLE drafts ADD COLUMN filed_seq INTEGER;
ALTER TABLE drafts ADD COLUMN scheduled_seq INTEGER;

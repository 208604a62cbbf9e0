/**
 * The first thing that is not as the log says.
 * `event`: an event is missing, or its words are not those that were hashed · `chain`: a hash or a log's head does not follow ·
 * `row`: a row is not what the log folds to · `position`: the one order of all logs has a hole or a wrong turn.
 */
export type Differs = {
  type: 'differs';
  what: 'event' | 'row' | 'position' | 'chain';
  /** The story's slug, or its id where the slug is not known. */
  story: string;
  /** Of the event, or of the last event that touched the row; 0 where no event did. */
  seq: number;
  /** What differs: `payload`, `updates.title`, `updates:missing`, `updates:extra`, `updates:orphan`, … */
  field: string;
};

/** A difference found within a log whose story has no name yet. */
export type Found = Omit<Differs, 'type' | 'story'>;

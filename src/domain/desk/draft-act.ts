/** What the activity list calls what is done with a draft. */
export type DraftAct =
  | 'begin-draft'
  | 'file-draft'
  | 'take-back-draft'
  | 'schedule-draft'
  | 'unschedule-draft'
  | 'embargo-draft'
  | 'lift-embargo'
  | 'trash-draft'
  | 'restore-draft'
  | 'rebase-draft'
  | 'publish-draft'
  /** The server was to publish it and could not. */
  | 'miss-draft';

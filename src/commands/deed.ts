import type { Kind } from '../domain/event.ts';
import type { DraftAct } from '../domain/desk/draft-act.ts';
import type { PeopleAction } from './people/activity.ts';
import type { NoteAction } from './talk/commit-note.ts';

/** Everything the activity list tells of: what happened to a log, and what was done at the desk beside them. */
export type Deed = Kind | DraftAct | PeopleAction | NoteAction | 'draft-pasted';

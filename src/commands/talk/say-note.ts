import type { Note } from '../../domain/desk/note.ts';
import type { Refusal } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Newsroom } from '../perform.ts';
import { commitNote } from './commit-note.ts';
import { readNote } from './note-fields.ts';

export type SayNote = {
  /** Of the person who says it. */
  by: string;
  storyId: string;
  /** Chosen by who says it, so that a retry says nothing twice. */
  id?: string;
  kind?: Note['kind'];
  draftId?: string | null;
  text: string;
  mentions?: string[];
};

/** Says something beside a story or one of its drafts. */
export async function sayNote(
  { storage, clock }: Newsroom,
  { by, storyId, id, kind = 'note', draftId = null, ...words }: SayNote,
): Promise<{ type: 'noted'; note: Note } | Refusal> {
  const said = id === undefined ? null : await storage.notes.find(id);
  if (said) return repeated(said, by, storyId);
  if (draftId !== null && (await storage.drafts.find(draftId))?.storyId !== storyId)
    return { type: 'unknown-draft', id: draftId };
  const read = await readNote(storage, words);
  if ('errors' in read) return read;
  const at = await clock.fresh();
  const open = { editedAt: null, settledBy: null, settledAt: null };
  const note: Note = { id: id ?? newId(at), storyId, draftId, kind, by, at, ...read, ...open };
  const action = kind === 'handover' ? 'handover-written' : 'note-said';
  const write = { type: 'said' as const, note };
  return {
    type: 'noted',
    note: await commitNote(storage, { actor: `person ${by}`, action, at, note, write }),
  };
}

function repeated(said: Note, by: string, storyId: string): { type: 'noted'; note: Note } | Refusal {
  if (said.by === by && said.storyId === storyId) return { type: 'noted', note: said };
  return { type: 'invalid', errors: [{ pointer: '/id', detail: 'is the id of another note' }] };
}

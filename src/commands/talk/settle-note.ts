import type { Note } from '../../domain/desk/note.ts';
import type { Newsroom } from '../perform.ts';
import { commitNote } from './commit-note.ts';

/** Says that a note is settled, or that it is not after all. */
export async function settleNote(
  { storage, clock }: Newsroom,
  { by, note, settled }: { by: string; note: Note; settled: boolean },
): Promise<Note> {
  if ((note.settledBy !== null) === settled) return note;
  const at = await clock.fresh();
  const [settledBy, settledAt] = settled ? [by, at] : [null, null];
  return commitNote(storage, {
    actor: `person ${by}`,
    action: settled ? 'note-settled' : 'note-reopened',
    at,
    note: { ...note, settledBy, settledAt },
    write: { type: 'settled', id: note.id, by: settledBy, at: settledAt },
  });
}

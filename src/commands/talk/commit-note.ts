import { DESK_TOPIC } from '../../domain/desk/topic.ts';
import type { Note } from '../../domain/desk/note.ts';
import { newId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import type { NoteWrite } from '../../storage/desk/note-store.ts';
import type { Storage } from '../../storage/storage.ts';
import type { Actor } from '../activity.ts';

export type NoteAction = 'note-said' | 'handover-written' | 'note-changed' | 'note-settled' | 'note-reopened';

/** Writes what happens to a note with its line in the activity list, which has none of its words; tells every desk. */
export async function commitNote(
  storage: Storage,
  {
    actor,
    action,
    at,
    note,
    write,
  }: { actor: Actor; action: NoteAction; at: Instant; note: Note; write: NoteWrite },
): Promise<Note> {
  const { id, storyId, draftId, mentions } = note;
  const detail = draftId === null ? null : { draft: draftId };
  const told = { id: newId(at), at, actor, action, storyId, seq: null, subject: `note ${id}`, detail };
  const result = await storage.commit({ logs: [], rows: [], activity: [told], notes: [write] });
  if (result.type !== 'committed') throw new Error(`a note was refused: ${result.type}`);
  storage.bus.publish({ topic: DESK_TOPIC, message: { event: 'notes', storyId, noteId: id, mentions } });
  return note;
}

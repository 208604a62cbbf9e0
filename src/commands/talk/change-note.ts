import type { Note } from '../../domain/desk/note.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Newsroom } from '../perform.ts';
import { commitNote } from './commit-note.ts';
import { readNote } from './note-fields.ts';

/** Changes the words of a note, which says so from then on. Without `mentions` they stay. */
export async function changeNote(
  { storage, clock }: Newsroom,
  { by, note, ...given }: { by: string; note: Note; text: string; mentions?: string[] },
): Promise<{ type: 'noted'; note: Note } | Refusal> {
  const read = await readNote(storage, { mentions: note.mentions, ...given });
  if ('errors' in read) return read;
  if (read.text === note.text && same(read.mentions, note.mentions)) return { type: 'noted', note };
  const at = await clock.fresh();
  const changed = { ...note, ...read, editedAt: at };
  const write = { type: 'changed' as const, id: note.id, ...read, at };
  const done = { actor: `person ${by}`, action: 'note-changed' as const, at, note: changed, write };
  return { type: 'noted', note: await commitNote(storage, done) };
}

const same = (a: string[], b: string[]): boolean => a.join() === b.join();

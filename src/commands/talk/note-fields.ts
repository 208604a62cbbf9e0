import { breaks } from '../../domain/faults.ts';
import { Fields } from '../fields.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Storage } from '../../storage/storage.ts';

/** Bounds of a note: UTF-16 units of its text, and people named in it. */
export const NOTE = { text: 5000, mentions: 20 };

export type NoteWords = { text: string; mentions: string[] };

/** Checks the words of a note, and that everybody named in it is of the newsroom. */
export async function readNote(
  storage: Storage,
  given: { text: string; mentions?: string[] },
): Promise<NoteWords | Extract<Refusal, { type: 'invalid' }>> {
  const fields = new Fields();
  const text = fields.text('/text', given.text, NOTE.text);
  const mentions = [...new Set(given.mentions)];
  if (mentions.length > NOTE.mentions) fields.fault('/mentions', breaks('too-many', NOTE.mentions));
  else {
    const { people } = await storage.desk.names(mentions, []);
    mentions.forEach((id, at) => {
      if (people[id] === undefined) fields.fault(`/mentions/${at}`, breaks('unknown-colleague'));
    });
  }
  return fields.errors.length > 0 ? { type: 'invalid', errors: fields.errors } : { text, mentions };
}

import { Fields } from './fields.ts';
import { happens, standing, type Verb } from './verb.ts';
import { readWords, type WordsInput } from './words.ts';

export type CorrectionInput = {
  /** What was wrong, and what is right: both stand in public from then on. */
  was: string;
  is: string;
  note?: string | null;
};

/** Corrects an update in the open, under the given correction id; with new words where it changes them. */
export function correctUpdate(
  updateId: string,
  correctionId: string,
  input: CorrectionInput & WordsInput,
): Verb {
  return (scene) => {
    const found = standing(scene, updateId);
    if (found.type !== 'standing') return found;
    const fields = new Fields();
    const told = { was: fields.text('/was', input.was), ...readCorrection(fields, input) };
    const words = readWords(
      fields,
      { title: found.update.title, body: found.update.body },
      input,
      scene.pictures,
    );
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    return happens({ kind: 'correction', updateId, correctionId, ...told, ...words });
  };
}

/** What a correction says beside what was wrong. */
export function readCorrection(fields: Fields, { is, note }: Omit<CorrectionInput, 'was'>) {
  return {
    is: fields.text('/is', is),
    note: note === null || note === undefined || note.trim() === '' ? null : fields.text('/note', note),
  };
}

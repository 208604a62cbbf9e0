import { readCorrection, type CorrectionInput } from './correct-update.ts';
import { Fields } from './fields.ts';
import { happens, type Verb } from './verb.ts';

/** `was` null: a post that is taken in told only what is right. */
export type StoryCorrectionInput = Omit<CorrectionInput, 'was'> & { was: string | null };

/** Corrects the story's top in the open. The top itself is written through beside it, where its words change. */
export function correctStory(correctionId: string, { was, ...input }: StoryCorrectionInput): Verb {
  return () => {
    const fields = new Fields();
    const told = { ...readCorrection(fields, input), was: was === null ? null : fields.text('/was', was) };
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    return happens({ kind: 'story-correction', correctionId, ...told });
  };
}

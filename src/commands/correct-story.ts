import { readCorrection, type CorrectionInput } from './correct-update.ts';
import { Fields } from './fields.ts';
import { happens, type Verb } from './verb.ts';

/** Corrects the story's top in the open. The top itself is written through beside it, where its words change. */
export function correctStory(correctionId: string, input: CorrectionInput): Verb {
  return () => {
    const fields = new Fields();
    const told = readCorrection(fields, input);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    return happens({ kind: 'story-correction', correctionId, ...told });
  };
}

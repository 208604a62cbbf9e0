import { Fields, LONGEST } from './fields.ts';
import { happens, standing, type Verb } from './verb.ts';
import { readWords, sameWords, type WordsInput } from './words.ts';

export type EditInput = WordsInput & {
  author?: string | null;
  analysis?: boolean;
  /** A spelling: prints "Edited", counts nowhere, is announced to no one. */
  small?: boolean;
};

/** Adds to an update or rewrites it, and says so; or mends a spelling, quietly. */
export function editUpdate(updateId: string, input: EditInput): Verb {
  return (scene) => {
    const found = standing(scene, updateId);
    if (found.type !== 'standing') return found;
    const { update } = found;
    const fields = new Fields();
    const words = readWords(fields, { title: update.title, body: update.body }, input, scene.pictures);
    const author =
      input.author === undefined ? update.author : fields.optionalLine('/author', input.author, LONGEST.name);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const analysis = input.analysis ?? update.analysis;
    if (sameWords(words, update) && author === update.author && analysis === update.analysis)
      return happens();
    return happens({ kind: input.small ? 'small-edit' : 'edit', updateId, author, analysis, ...words });
  };
}

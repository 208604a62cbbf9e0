import { emptyDocument } from '../domain/document.ts';
import { Fields, LONGEST } from './fields.ts';
import { happens, type Verb } from './verb.ts';
import { readWords, type WordsInput } from './words.ts';

export type PostInput = WordsInput & {
  author?: string | null;
  keyEvent?: boolean;
  analysis?: boolean;
  /** False where an import found no time of its own. */
  timeKnown?: boolean;
};

/** Posts an update under the given id. An ended story takes no more. */
export function postUpdate(updateId: string, input: PostInput): Verb {
  return ({ story, pictures }) => {
    if (story.state === 'ended') return { type: 'story-ended' };
    const fields = new Fields();
    const words = readWords(fields, { title: null, body: emptyDocument() }, input, pictures);
    const author = fields.optionalLine('/author', input.author, LONGEST.name);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const { keyEvent = false, analysis = false, timeKnown = true } = input;
    return happens({ kind: 'post', updateId, timeKnown, author, keyEvent, analysis, ...words });
  };
}

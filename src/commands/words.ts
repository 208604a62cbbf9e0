import { isEmptyDocument } from '../domain/document.ts';
import type { Words } from '../domain/event.ts';
import { breaks } from '../domain/faults.ts';
import { LONGEST, type Fields } from './fields.ts';
import type { Pictures } from './pictures.ts';

/** An update's words as they come in: what is left out stays as it is. */
export type WordsInput = { title?: string | null; body?: unknown };

/** Checks the words; an update says something: a title, a body, or both. */
export function readWords(
  fields: Fields,
  before: Words,
  input: WordsInput,
  pictures: Pictures | null,
): Words {
  const title =
    input.title === undefined ? before.title : fields.optionalLine('/title', input.title, LONGEST.headline);
  const body = input.body === undefined ? before.body : fields.document('/document', input.body, pictures);
  if (fields.errors.length === 0 && title === null && isEmptyDocument(body)) {
    fields.fault('', breaks('wordless'));
  }
  return { title, body };
}

export function sameWords(a: Words, b: Words): boolean {
  return a.title === b.title && JSON.stringify(a.body) === JSON.stringify(b.body);
}

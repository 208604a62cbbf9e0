import type { FieldError } from '../../../domain/errors.ts';
import type { Speech } from '../words/speech.ts';
import { Problem } from './problem.ts';

const upper = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** What is wrong with a field, as a sentence; by a rule that the catalogue does not know, in the server's own words. */
export function faultWords({ sayNamed }: Speech, { rule, bound, detail }: FieldError): string {
  const said = rule === undefined ? null : sayNamed(`faults.${rule}`, bound === undefined ? {} : { bound });
  return said ?? `${upper(detail)}.`;
}

/** What is wrong with the field of this JSON pointer (`/email`), or null. */
export function faultWordsAt(speech: Speech, problem: unknown, pointer: string): string | null {
  const fault = problem instanceof Problem ? problem.errors.find((one) => one.pointer === pointer) : null;
  return fault ? faultWords(speech, fault) : null;
}

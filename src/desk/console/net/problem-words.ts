import type { Speech } from '../words/speech.ts';
import { faultWords } from './fault-words.ts';
import { Problem } from './problem.ts';

export type ProblemWords = { what: string; todo: string | null };

/** What happened and what to do, in sentences; of problems the catalogue does not know, the server's own words. */
export function problemWords(speech: Speech, problem: unknown): ProblemWords {
  const { sayNamed, say } = speech;
  if (!(problem instanceof Problem)) return { what: say('errors.bug.what'), todo: say('errors.bug.todo') };
  const { type, title, detail, errors } = problem;
  const told = { detail, seconds: problem.retryAfter ?? 5 };
  const faults = errors.map((error) => faultWords(speech, error)).join(' ');
  return {
    what: sayNamed(`errors.${type}.what`, told) ?? (title || say('errors.bug.what')),
    todo: faults || (sayNamed(`errors.${type}.todo`, told) ?? (detail || null)),
  };
}

/** The same in one line, for a toast. */
export function problemLine(speech: Speech, problem: unknown): string {
  const { what, todo } = problemWords(speech, problem);
  return todo ? `${what}. ${todo}`.replace('..', '.') : what;
}

import type { Term } from '../../domain/find/sought.ts';
import { wordsIn } from '../../domain/find/words.ts';

/** Whether texts hold all that is looked for, by the same words as the index of what is published. */
export function holdsAll(texts: string[], terms: Term[]): boolean {
  if (terms.length === 0) return false;
  const taken = texts.map((text) => [...wordsIn(text)].map(({ word }) => word));
  return terms.every((term) => taken.some((words) => holds(words, term)));
}

function holds(words: string[], { words: wanted, prefix }: Term): boolean {
  const last = wanted.length - 1;
  return words.some((_, from) =>
    wanted.every((word, at) => {
      const found = words[from + at];
      return found === word || (prefix && at === last && found?.startsWith(word) === true);
    }),
  );
}

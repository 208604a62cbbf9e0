import { isSentence } from '../../words/english.ts';
import type { Speech } from '../../words/words.tsx';

/** What an action is in words; one that has none yet is told as it is kept. */
export function deedOf({ say }: Speech, action: string): string {
  const name = `records.did.${action}`;
  return isSentence(name) ? say(name) : action.replaceAll(/[.-]/g, ' ');
}

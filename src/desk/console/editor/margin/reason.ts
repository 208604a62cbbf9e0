import type { DeskMark } from '../../../../domain/desk/mark.ts';
import type { Speech } from '../../words/words.tsx';

/** Why a mark stands, as a sentence; of one this console does not know yet, the words it is about. */
export function reasonOf({ sayNamed }: Pick<Speech, 'sayNamed'>, { reason, words }: DeskMark): string {
  return sayNamed(reason.sentence, reason.values) ?? words;
}

import { useToasts } from '../../kit/toast-store.ts';
import { problemWords } from '../../net/problem-words.ts';
import { useWords } from '../../words/words.tsx';

/** For what a press sets going beside the forms: where it is not done, says why. */
export function useOrSay(): (doing: Promise<unknown>) => void {
  const speech = useWords();
  const { show } = useToasts();
  return (doing) => {
    doing.catch((problem: unknown) => {
      const { what, todo } = problemWords(speech, problem);
      show(todo ? `${what}. ${todo}` : what, { kind: 'problem' });
    });
  };
}

import { useState } from 'react';
import { flushSync } from 'react-dom';
import { faultWordsAt } from '../../net/fault-words.ts';
import { useWords } from '../../words/words.tsx';

/** Something a form or a button does: whether it is under way, and what went wrong with it last. */
export type Act<A extends unknown[]> = {
  busy: boolean;
  problem: unknown;
  /** What is wrong with the field of this JSON pointer. */
  errorAt: (pointer: string) => string | null;
  /** Whether it was done. What was typed stays where it was not. */
  run: (...args: A) => Promise<boolean>;
  clear: () => void;
};

export function useAct<A extends unknown[]>(act: (...args: A) => Promise<unknown>): Act<A> {
  const speech = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  return {
    busy,
    problem,
    errorAt: (pointer) => faultWordsAt(speech, problem, pointer),
    async run(...args) {
      setBusy(true);
      setProblem(null);
      try {
        await act(...args);
        return true;
      } catch (error) {
        // At once, so that the fields show what is wrong with them.
        flushSync(() => setProblem(error));
        toFirstFault();
        return false;
      } finally {
        setBusy(false);
      }
    },
    clear: () => setProblem(null),
  };
}

/** A problem that no field of a form shows. */
export function besideFields(
  act: Pick<Act<[]>, 'problem' | 'errorAt'>,
  pointers: readonly string[],
): unknown {
  if (act.problem === null) return null;
  return pointers.some((pointer) => act.errorAt(pointer) !== null) ? null : act.problem;
}

/** Whoever sent a form goes on where its first fault is. */
function toFirstFault(): void {
  const wrong = [...document.querySelectorAll<HTMLElement>('[aria-invalid="true"]')];
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  (open ? wrong.find((field) => open.contains(field)) : wrong[0])?.focus();
}

import { useState } from 'react';
import { Problem } from '../../net/problem.ts';

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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  return {
    busy,
    problem,
    errorAt: (pointer) => (problem instanceof Problem ? problem.errorAt(pointer) : null),
    async run(...args) {
      setBusy(true);
      setProblem(null);
      try {
        await act(...args);
        return true;
      } catch (error) {
        setProblem(error);
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

import { listened } from '../kit/listened.ts';

/**
 * Whether the session has ended under somebody who was working. The screen stays as it is, with all that is written on it;
 * a dialog over it asks to sign in again, and what was asked meanwhile is asked once more.
 */
const over = listened(false);
let waiting: ((again: boolean) => void)[] = [];

function settle(again: boolean): void {
  const all = waiting;
  waiting = [];
  for (const resolve of all) resolve(again);
}

export const sessionOver = {
  get: over.get,
  listen: over.listen,
  /** It has ended: resolves true when the same person has signed in again, false when they would rather not now. */
  signInAgain(): Promise<boolean> {
    over.set(true);
    return new Promise((resolve) => waiting.push(resolve));
  },
  /** The stream says so, and nobody waits for an answer. */
  begin: (): void => over.set(true),
  signedIn(): void {
    over.set(false);
    settle(true);
  },
  notNow(): void {
    over.set(false);
    settle(false);
  },
};

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let last = Promise.resolve();

/** Turns of the event loop that are given out one by one: between two of them whoever else waits is answered. */
export function turnOfOnesOwn(): Promise<void> {
  last = last.then(nextTurn);
  return last;
}

/** One job after another. */
export type Lane = { run: <Result>(job: () => Promise<Result>) => Promise<Result>; waiting: () => number };

export function openLane(): Lane {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    waiting: () => waiting,
    async run(job) {
      waiting += 1;
      const turn = tail.then(() => {
        waiting -= 1;
        return job();
      });
      tail = turn.catch(() => null);
      return turn;
    },
  };
}

import { pause } from '../../support/server-process.ts';
import { reasonOf } from '../reason.ts';

/** Somebody who opens one page after another through the balancer. */
export type Visitor = {
  readonly visits: number;
  /** Answers that were no page, in words. */
  readonly failures: string[];
  stop(): Promise<void>;
};

/** Between two pages, and how long one may take, ms. */
const EVERY = 60;
const WITHIN = 25_000;

export function visitor(url: string, story: string): Visitor {
  const paths = ['/', `/stories/${story}`, `/stories/${story}.json`, '/feed.xml'];
  const failures: string[] = [];
  let visits = 0;
  const over = new AbortController();
  const run = async (): Promise<void> => {
    for (; !over.signal.aborted; await pause(EVERY)) {
      // Every other round asks nodes, by addresses that no cache before them holds.
      const round = Math.floor(visits / paths.length);
      const path = paths[visits % paths.length]! + (round % 2 === 0 ? '' : `?round=${round}`);
      visits += 1;
      const told = await fetch(url + path, { signal: AbortSignal.timeout(WITHIN) }).then(async (answer) => {
        await answer.arrayBuffer();
        return answer.status === 200 ? null : String(answer.status);
      }, reasonOf);
      if (told !== null) failures.push(`${path}: ${told}`);
    }
  };
  const done = run();
  return {
    get visits() {
      return visits;
    },
    failures,
    async stop() {
      over.abort();
      await done;
    },
  };
}

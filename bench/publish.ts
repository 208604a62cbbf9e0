import { pause } from '../test/support/server-process.ts';
import { held, markOf, type HeldTold } from './peers/crowd.ts';
import { writethru, type Target } from './peers/servers.ts';
import { atMost, nought, percentile, type Figure, type Scale } from './figures.ts';
import { someText } from './words.ts';

const POSTS = 50;
/** ms from one post to the next. */
const EVERY = 1000;
/** Until readers who came or went are no work any more, ms. */
const SETTLED = 3000;
const FIRST_MARK = 100_000;
const BYTES = 400;

/** How long a post waits for its answer (committed, synced to disk) with ten thousand readers, beside none. */
export async function benchPublish({ readers, rounds }: Scale): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const threads of [2, 1] as const) {
    const kind = writethru(threads);
    await using target = await kind.start();
    const [alone, beside, told]: [number[], number[], HeldTold[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      alone.push(...(await posts(target)));
      const crowd = await held(target, { readers, pinned: kind.pinned, coding: 'gzip' }, FIRST_MARK);
      beside.push(...(await posts(target)));
      told.push(await crowd.letGo(POSTS));
    }
    const wrong = told.map(({ lost, doubled, broken, refused }) => lost + doubled + broken + refused);
    figures.push(
      nought(`${kind.name}: events lost, doubled or not readable`, Math.max(...wrong)),
      ...of(`${kind.name}, no readers`, alone),
      ...of(`${kind.name}, ${readers} readers, gzip`, beside),
      atMost(`${kind.name}: p99 with readers ÷ with none`, p99(beside) / p99(alone), 2, 1.2),
    );
  }
  return figures;
}

const p99 = (samples: number[]): number => percentile(samples, 0.99);

const of = (name: string, samples: number[]): Figure[] => [
  { name: `${name}: a post answered, median`, value: percentile(samples, 0.5), unit: 'ms' },
  { name: `${name}: a post answered, p99`, value: p99(samples), unit: 'ms' },
];

/** ms until each of the posts was answered. */
async function posts(target: Target): Promise<number[]> {
  await pause(SETTLED);
  const taken: number[] = [];
  const begun = performance.now();
  for (let event = 0; event < POSTS; event += 1) {
    await pause(Math.max(0, begun + event * EVERY - performance.now()));
    taken.push(await post(target, `${someText(BYTES, event)} ${markOf(FIRST_MARK + event)}`));
  }
  return taken;
}

async function post({ port, post: { path, headers } }: Target, markdown: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ markdown }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`a post was answered ${answer.status}`);
  return performance.now() - begun;
}

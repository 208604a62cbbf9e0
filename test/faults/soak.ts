import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchSite, post } from '../../bench/site.ts';
import { someText } from '../../bench/words.ts';
import { pause } from '../support/server-process.ts';
import type { ChurnOrder, ChurnReport } from './soak/readers.ts';
import { line, sampled, slope, type Sample } from './soak/figures.ts';

/**
 * A long night in a row: thousands who come and go, some of whom read nothing for a while, and somebody who posts.
 * Is anything lost, and does the server's memory stay what it is? Usage: npm run soak -- [--minutes 60] [--readers 5000]
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    readers: { type: 'string', default: '5000' },
  },
});
const [minutes, readers] = [Number(values.minutes), Number(values.readers)];
if (!(minutes >= 1 && readers >= 1)) {
  console.error('--minutes and --readers are numbers from 1.');
  process.exit(2);
}

const SLUG = 'soak';
const POST_EVERY = 3000;
const SAMPLE_EVERY = 5000;

/** What memory may grow by in the second half, as a share of what it is. */
const BOUND = 0.05;

await using site = await benchSite({ [SLUG]: 200 }, { WORKERS: '2', MAX_STREAMS: '30000' });
const { url } = site.server;
const child = fork(path.join(import.meta.dirname, 'soak', 'readers.ts'), {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
const ask = async (order: ChurnOrder): Promise<ChurnReport> => {
  const answer = once(child, 'message');
  child.send(order);
  return (await answer)[0] as ChurnReport;
};
const head = async (): Promise<number> => {
  const story = (await (await fetch(`${url}/stories/${SLUG}.json`)).json()) as { seq: number };
  return story.seq;
};

const begun = performance.now();
child.send({
  port: Number(new URL(url).port),
  path: `/stories/${SLUG}/live`,
  readers,
  head: await head(),
} satisfies ChurnOrder);
const over = (): boolean => performance.now() - begun > minutes * 60_000;
const samples: Sample[] = [];
await Promise.all([posts(), visits(), watches()]);

const told = await ask({ stay: true, head: await head() });
child.kill();
const later = samples.filter(({ at }) => at > (minutes * 60) / 2);
const growth = (of: 'memory' | 'heap'): { mb: number; share: number } => {
  const mean = later.reduce((sum, sample) => sum + sample[of], 0) / later.length;
  const grown = slope(later.map((sample) => [sample.at, sample[of]])) * (minutes * 30);
  return { mb: grown / 1e6, share: grown / mean };
};
const [memory, heap] = [growth('memory'), growth('heap')];
const wrong = told.lost + told.doubled + told.behind + told.refused;
console.log(
  `connections ${told.came}, lost ${told.lost}, doubled or out of order ${told.doubled}, without the last event ${told.behind}, refused ${told.refused}, cut off by the server ${told.cutOff}`,
);
console.log(
  `over the second half memory grows by ${memory.mb.toFixed(1)} MB (${(memory.share * 100).toFixed(1)} %), heap by ${heap.mb.toFixed(1)} MB; the bound is ${BOUND * 100} % of the memory`,
);
process.exitCode = wrong > 0 || memory.share > BOUND ? 1 : 0;

async function posts(): Promise<void> {
  for (let number = 0; !over(); number += 1) {
    await post(site, SLUG, someText(300 + (number % 5) * 400, number));
    await pause(POST_EVERY);
  }
}

/** Pages, and events for those without a stream. */
async function visits(): Promise<void> {
  for (let number = 0; !over(); number += 1) {
    const after = number % 200;
    for (const asked of ['/', `/stories/${SLUG}`, `/stories/${SLUG}/events.json?after=${after}`]) {
      const answer = await fetch(url + asked);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${answer.status} for ${asked}`);
    }
    await pause(200);
  }
}

async function watches(): Promise<void> {
  for (let number = 0; !over(); number += 1) {
    samples.push(await sampled(url, begun));
    if (number % 12 === 11) {
      const { lost, doubled, came, cutOff } = await ask('figures');
      console.log(
        `${line(samples.at(-1)!)}  came ${came}  cut off ${cutOff}  lost ${lost}  doubled or out of order ${doubled}`,
      );
    }
    await pause(SAMPLE_EVERY);
  }
}

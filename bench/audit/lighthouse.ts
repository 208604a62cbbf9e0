import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchBrowser } from '../../test/e2e/browser.ts';
import { median, type Figure } from '../figures.ts';
import { tools } from './tools.ts';
import { freePort } from '../../test/support/free-port.ts';

type Audit = { numericValue?: number; score: number | null; scoreDisplayMode: string; title: string };
type Result = {
  lhr: { categories: Record<string, { score: number | null }>; audits: Record<string, Audit> };
};
type Lighthouse = (url: string, flags: object, config?: object) => Promise<Result | undefined>;

const RUNS = 3;

/** What is asked of every page, on either device. */
const GOALS: {
  name: string;
  unit: string;
  of(result: Result['lhr']): number;
  goal: string;
  good(value: number): boolean;
}[] = [
  ...['accessibility', 'best-practices', 'seo'].map((category) => ({
    name: category,
    unit: '',
    of: scoreOf(category),
    goal: '100',
    good: (score: number) => score === 100,
  })),
  {
    name: 'performance',
    unit: '',
    of: scoreOf('performance'),
    goal: 'at least 99',
    good: (score) => score >= 99,
  },
  {
    name: 'largest contentful paint',
    unit: 'ms',
    of: timeOf('largest-contentful-paint'),
    goal: 'at most 1,200 ms',
    good: (time) => time <= 1200,
  },
  {
    name: 'layout shift',
    unit: '',
    of: timeOf('cumulative-layout-shift'),
    goal: '0',
    good: (shift) => shift === 0,
  },
  {
    name: 'blocking time',
    unit: 'ms',
    of: timeOf('total-blocking-time'),
    goal: 'at most 50 ms',
    good: (time) => time <= 50,
  },
];

const TIMES = GOALS.filter(({ unit }) => unit === 'ms');

function scoreOf(category: string) {
  return ({ categories }: Result['lhr']): number => Math.round((categories[category]?.score ?? 0) * 100);
}

function timeOf(audit: string) {
  return ({ audits }: Result['lhr']): number => audits[audit]?.numericValue ?? Number.NaN;
}

/** A heading and nothing else: what Lighthouse finds there is the machine's and the browser's, and no page of ours can be below it. */
const BARE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bare</title><h1>Bare</h1></html>`;

async function barePage(): Promise<AsyncDisposable & { url: string }> {
  const server = http.createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(BARE),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Lighthouse on phone and desk, the median of three runs of each page; what fell short is named on standard error. Beside them
 * stands what a bare page takes on this machine.
 */
export async function askLighthouse(pages: Record<string, string>): Promise<Figure[]> {
  const { default: lighthouse } = await tools.load<{ default: Lighthouse }>('lighthouse');
  const { default: desktop } = await tools.load<{ default: object }>(
    'lighthouse/core/config/desktop-config.js',
  );
  const port = await freePort();
  await using browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const figures: Figure[] = [];
  await using bare = await barePage();
  for (const [device, config] of [
    ['phone', undefined],
    ['desk', desktop],
  ] as const) {
    const ask = async (url: string): Promise<Result['lhr'][]> => {
      const results: Result['lhr'][] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const result = await lighthouse(url, { port, logLevel: 'error', output: 'json' }, config);
        if (!result) throw new Error(`Lighthouse gave no result for ${url} (Chromium ${browser.version()})`);
        results.push(result.lhr);
      }
      return results;
    };
    const ofBare = await ask(bare.url);
    for (const { name, unit, of } of TIMES)
      figures.push({ name: `${device}, a bare page: ${name}`, value: median(ofBare.map(of)), unit });
    for (const [page, url] of Object.entries(pages)) {
      const results = await ask(url);
      for (const { name, unit, of, goal, good } of GOALS) {
        const value = median(results.map(of));
        figures.push({ name: `${device}, ${page}: ${name}`, value, unit, goal, reached: good(value) });
      }
      tellFailures(`${device}, ${page}`, results[0]!);
    }
  }
  return figures;
}

/** Names what failed outright: a score alone tells nobody what to mend. */
function tellFailures(where: string, { audits }: Result['lhr']): void {
  const failed = Object.entries(audits).filter(
    ([, { score, scoreDisplayMode }]) => scoreDisplayMode === 'binary' && score === 0,
  );
  for (const [id, { title }] of failed) console.error(`  ${where}: ${id}: ${title}`);
}

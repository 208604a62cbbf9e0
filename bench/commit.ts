import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateStorage, openStorage, openWriter } from '../src/app.ts';
import { openStory } from '../src/commands/open-story.ts';
import { perform } from '../src/commands/perform.ts';
import { postUpdate } from '../src/commands/post-update.ts';
import { readConfig } from '../src/config.ts';
import { paragraphs } from '../src/domain/document.ts';
import { newId } from '../src/domain/id.ts';
import { systemClock } from '../src/domain/time.ts';
import { percentile, type Figure, type Scale } from './figures.ts';
import { benchSite, post } from './site.ts';
import { someText } from './words.ts';

const PER_ROUND = 60;
/** So many come first, uncounted: a server that has just been started compiles what it runs. */
const WARM = 900;
const BLOCK = Buffer.alloc(16_384, 1);

/** An update committed, synced to disk, by the command alone and through the API, beside what the disk needs for a sync alone, in turn. */
export async function benchCommit({ rounds }: Scale): Promise<Figure[]> {
  await using site = await benchSite({ commit: 20 });
  await using desk = await openDesk();
  for (let warm = 0; warm < WARM; warm += 1) {
    await post(site, 'commit', someText(400, warm));
    await desk.post(someText(400, warm));
  }
  const [posts, commits, syncs]: [number[], number[], number[]] = [[], [], []];
  const file = fs.openSync(path.join(site.folder, 'sync.bin'), 'w');
  for (let round = 0; round < rounds; round += 1) {
    for (let count = 0; count < PER_ROUND; count += 1) syncs.push(timed(() => syncOnce(file)));
    for (let count = 0; count < PER_ROUND; count += 1) commits.push(await desk.post(someText(400, count)));
    for (let count = 0; count < PER_ROUND; count += 1)
      posts.push(await post(site, 'commit', someText(400, count)));
  }
  fs.closeSync(file);
  const beside = p99(commits) - p99(syncs);
  return [
    { name: 'write and sync of 16 KB alone, p99', value: p99(syncs), unit: 'ms' },
    { name: 'one update committed, median', value: percentile(commits, 0.5), unit: 'ms' },
    { name: 'one update committed, p99', value: p99(commits), unit: 'ms' },
    {
      name: 'commit p99 beside the disk’s own sync',
      value: beside,
      unit: 'ms',
      goal: '< 10 ms',
      reached: beside < 10,
    },
    { name: 'commit p99 ÷ sync p99', value: p99(commits) / p99(syncs), unit: '×' },
    { name: 'the same through the API, median', value: percentile(posts, 0.5), unit: 'ms' },
    { name: 'the same through the API, p99', value: p99(posts), unit: 'ms' },
    { name: 'API p99 beside the disk’s own sync', value: p99(posts) - p99(syncs), unit: 'ms' },
  ];
}

const p99 = (samples: number[]): number => percentile(samples, 0.99);

/** The command and its storage in this process, with the writer on its thread, as in the server. */
async function openDesk(): Promise<AsyncDisposable & { post(words: string): Promise<number> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-bench-'));
  const read = readConfig({ DATA_DIR: folder });
  if (read.type !== 'config') throw new Error('the settings are bad');
  await migrateStorage(read.config);
  const writer = await openWriter(read.config);
  const storage = await openStorage(read.config, { writer: writer!.port() });
  const newsroom = { storage, clock: systemClock };
  await openStory(newsroom, { actor: 'bench', input: { headline: 'Commit' } });
  return {
    async post(words) {
      const begun = performance.now();
      const verbs = [postUpdate(newId(systemClock.now()), { body: paragraphs([words]) })];
      const outcome = await perform(newsroom, { actor: 'bench', story: { slug: 'commit' }, verbs });
      if (outcome.type !== 'played') throw new Error(outcome.type);
      return performance.now() - begun;
    },
    async [Symbol.asyncDispose]() {
      await storage.close();
      await writer?.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function timed(act: () => void): number {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

function syncOnce(file: number): void {
  fs.writeSync(file, BLOCK);
  fs.fsyncSync(file);
}

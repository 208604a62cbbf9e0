import fs from 'node:fs';
import path from 'node:path';
import { percentile, type Figure } from './figures.ts';
import { benchSite, post, someWords } from './site.ts';

const ROUNDS = 10;
const PER_ROUND = 60;
const BLOCK = Buffer.alloc(16_384, 1);

/** A post through the API, its commit synced to disk, beside what the disk needs for a sync alone, in turn. */
export async function benchCommit(): Promise<Figure[]> {
  await using site = await benchSite({ commit: 20 });
  const posts: number[] = [];
  const syncs: number[] = [];
  for (let warm = 0; warm < PER_ROUND; warm += 1) await post(site, 'commit', someWords(400, warm));
  const file = fs.openSync(path.join(site.folder, 'sync.bin'), 'w');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let count = 0; count < PER_ROUND; count += 1) {
      const begun = performance.now();
      fs.writeSync(file, BLOCK);
      fs.fsyncSync(file);
      syncs.push(performance.now() - begun);
    }
    for (let count = 0; count < PER_ROUND; count += 1)
      posts.push(await post(site, 'commit', someWords(400, count)));
  }
  fs.closeSync(file);
  const beside = percentile(posts, 0.99) - percentile(syncs, 0.99);
  return [
    { name: 'post acknowledged, median', value: percentile(posts, 0.5), unit: 'ms' },
    { name: 'post acknowledged, p99', value: percentile(posts, 0.99), unit: 'ms' },
    { name: 'write and sync of 16 KB alone, p99', value: percentile(syncs, 0.99), unit: 'ms' },
    {
      name: 'post p99 beside the disk’s own sync',
      value: beside,
      unit: 'ms',
      goal: '< 10 ms',
      reached: beside < 10,
    },
    { name: 'post p99 ÷ sync p99', value: percentile(posts, 0.99) / percentile(syncs, 0.99), unit: '×' },
  ];
}

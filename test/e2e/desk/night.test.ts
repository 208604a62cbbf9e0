import fs from 'node:fs';
import path from 'node:path';
import { after, before, suite } from 'node:test';
import { launchBrowser } from '../browser.ts';
import { evening } from './night/evening.ts';
import { openHouse } from './night/house.ts';
import { morning } from './night/morning.ts';
import type { Night } from './night/night.ts';
import { pending } from './night/pending.ts';
import { smallHours } from './night/small-hours.ts';

/** How long the disk itself takes to make 4 KB safe, ms, at the median of twenty. */
function syncTime(folder: string): string {
  const file = fs.openSync(path.join(folder, 'sync'), 'w');
  const times = Array.from({ length: 20 }, () => {
    const began = performance.now();
    fs.writeSync(file, Buffer.alloc(4096));
    fs.fsyncSync(file);
    return performance.now() - began;
  });
  fs.closeSync(file);
  return times.toSorted((a, b) => a - b)[10]!.toFixed(1);
}

/** The night of the summit, minute by minute, played by people with browsers: what each is to see, they see. */
suite('a real night at the desk', { timeout: 400_000 }, () => {
  const night = { ids: {} } as Night;
  before(async () => {
    night.house = await openHouse();
    night.browser = await launchBrowser();
  });
  after(async () => {
    await night.browser?.close();
    const { latencies, folder } = night.house;
    const shown = latencies.map((ms) => `${ms} ms`).join(', ');
    console.log(
      `from a key at the desk to a reader's screen: ${shown}; the disk's own sync: ${syncTime(folder)} ms`,
    );
    await night.house?.[Symbol.asyncDispose]();
  });
  evening(night);
  smallHours(night);
  morning(night);
  pending(night);
});

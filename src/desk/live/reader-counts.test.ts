import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE } from '../../domain/slug.ts';
import type { ReadersOf } from '../../live/hub.ts';
import { localBus, LONGEST_MESSAGE, type Bus } from '../../storage/bus.ts';
import { TWO_THREADS } from '../../../test/support/two-threads.ts';
import { openReaderCounts } from './reader-counts.ts';

/** A thread that counts what it is told to, by a clock that stands until it is moved. */
function aThread(thread: string, bus: Bus) {
  let now = 0;
  const counted = new Map<string, ReadersOf>();
  const readers = openReaderCounts({ bus, thread, count: () => counted, now: () => now });
  const counts = (id: string, open: number, upToDate = open, asking = 0) =>
    counted.set(id, { open, upToDate, asking });
  const pass = (ms: number): void => {
    now += ms;
  };
  return { readers, counted, counts, pass };
}

for (const { how, open } of TWO_THREADS) {
  test(`each sums what all of them count: ${how}`, async () => {
    await using threads = await open();
    const here = aThread('a', threads.one.storage.bus);
    const there = aThread('b', threads.other.storage.bus);
    here.counts('bridge', 3, 2, 1);
    here.counts(SITE, 5);
    there.counts('bridge', 4);
    there.counts('flood', 1);
    const both = {
      bridge: { open: 7, upToDate: 6, asking: 1 },
      flood: { open: 1, upToDate: 1, asking: 0 },
    };
    const all = { event: 'readers', stories: both, front: 5 };
    const summed = [here, there].map(
      ({ readers }) =>
        new Promise<void>((resolve) => {
          const look = (): void => {
            if (Object.keys(readers.all().stories).length === 2 && readers.all().front === 5) resolve();
          };
          readers.onChange(look);
        }),
    );
    here.readers.tell();
    there.readers.tell();
    await Promise.all(summed);
    assert.deepEqual(here.readers.all(), all);
    assert.deepEqual(there.readers.all(), all);
    here.readers.close();
    there.readers.close();
  });
}

test('what a thread counted is gone when it is not told anew', async () => {
  const bus = localBus();
  const [here, gone] = [aThread('a', bus), aThread('b', bus)];
  gone.counts('bridge', 9);
  gone.readers.tell();
  gone.readers.close();
  await Promise.resolve();
  assert.equal(here.readers.all().stories['bridge']?.open, 9);
  here.pass(15_000);
  assert.deepEqual(here.readers.all().stories, {});
  here.readers.close();
});

test('a thread says nothing twice, but says before it is forgotten that they still read', async () => {
  const bus = localBus();
  const here = aThread('a', bus);
  let said = 0;
  bus.subscribe((wake) => {
    if ('topic' in wake) said += 1;
  });
  here.readers.tell();
  here.counts('bridge', 1);
  for (const ms of [0, 5000, 5000]) {
    here.pass(ms);
    here.readers.tell();
  }
  here.counted.clear();
  here.readers.tell();
  here.readers.tell();
  await Promise.resolve();
  assert.equal(said, 3, 'when it came, when it was to be renewed, when it went');
  here.readers.close();
});

test('readers of a thousand stories fit into messages that any bus carries', async () => {
  const bus = localBus();
  const [here, there] = [aThread('a', bus), aThread('b', bus)];
  let longest = 0;
  bus.subscribe((wake) => {
    if ('topic' in wake) longest = Math.max(longest, JSON.stringify(wake).length);
  });
  for (let at = 0; at < 1000; at += 1)
    here.counts(`00000000-0000-7000-8000-${String(at).padStart(12, '0')}`, 12_345);
  here.readers.tell();
  await Promise.resolve();
  assert.ok(longest < LONGEST_MESSAGE, `${longest}`);
  assert.equal(Object.keys(there.readers.all().stories).length, 1000);
  here.readers.close();
  there.readers.close();
});

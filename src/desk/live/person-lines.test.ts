import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localBus } from '../../storage/bus.ts';
import { TWO_THREADS } from '../../../test/support/two-threads.ts';
import { OF_ONE_PERSON, openPersonLines } from './person-lines.ts';

for (const { how, open } of TWO_THREADS) {
  test(`desks of one person are counted over all of them: ${how}`, async () => {
    await using threads = await open();
    let now = 0;
    const here = openPersonLines(threads.one.storage.bus, 'a', () => now);
    const there = openPersonLines(threads.other.storage.bus, 'b', () => now);
    for (let opened = 0; opened < OF_ONE_PERSON / 2; opened += 1) {
      here.opened('edda');
      there.opened('edda');
    }
    await untilSoon(() => !here.hasRoom('edda') && !there.hasRoom('edda'));
    assert.ok(here.hasRoom('rosa'));
    there.ended('edda');
    await untilSoon(() => here.hasRoom('edda'));
    // A thread that is gone holds nobody's place.
    there.opened('edda');
    await untilSoon(() => !here.hasRoom('edda'));
    there.close();
    now += 60_000;
    assert.ok(here.hasRoom('edda'));
    here.close();
  });
}

/** What goes from thread to thread takes as long as it takes. */
async function untilSoon(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(holds());
}

test('what others say on the channel is passed over where it is of another form', async () => {
  const bus = localBus();
  const lines = openPersonLines(bus, 'a', () => 0);
  for (const message of [
    null,
    { thread: 1 },
    { thread: 'b', lines: { edda: -1 } },
    { thread: 'b', lines: { edda: 'x' } },
  ])
    bus.publish({ topic: 'desk-lines', message });
  await Promise.resolve();
  assert.ok(lines.hasRoom('edda'));
  lines.close();
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createMetrics, metricsText } from './metrics.ts';

test('work that kept a thread from everything else is told with the thread’s number', async () => {
  const metrics = createMetrics(() => new Map());
  // A turn is measured from when it begins.
  await wait(1);
  const end = performance.now() + 300;
  while (performance.now() < end);
  await wait(1);
  const text = await metricsText([await metrics.snapshot()]);
  const told = /^writethru_event_loop_delay_max_seconds\{thread="0"\} (\S+)$/m.exec(text)?.[1];
  assert.ok(Number(told) > 0.2, told ?? 'it is not told');
});

test('memory is told of each thread, the process’s own besides once', async () => {
  const [first, second] = [
    createMetrics(() => new Map(), { ofProcess: true }),
    createMetrics(() => new Map()),
  ];
  const text = await metricsText([await first.snapshot(), await second.snapshot()]);
  assert.match(text, /^writethru_heap_used_bytes\{thread="0"\} \d+$/m);
  assert.match(text, /^writethru_external_memory_bytes\{thread="0"\} \d+$/m);
  assert.equal(text.match(/^writethru_process_resident_memory_bytes /gm)?.length, 1);
  assert.doesNotMatch(text, /eventloop_lag/, 'a thread’s event loop is told once');
});

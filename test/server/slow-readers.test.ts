import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { benchSite, post } from '../../bench/site.ts';
import { eventually } from '../support/eventually.ts';

const READERS = 60;
const POSTS = 120;
/** Bytes of a post: of all of them the kernel keeps a part for a reader who takes none. */
const LONG = 100_000;

type Slow = { socket: net.Socket; ids: number[] };

/** Opens a stream, hears its greeting, and then takes nothing. */
function whoReadsNothing(port: number, path: string): Promise<Slow> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    const slow: Slow = { socket, ids: [] };
    let rest = '';
    socket.setEncoding('latin1').on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`);
    socket.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const id = /^id: (\d+)$/m.exec(block)?.[1];
        if (id !== undefined) slow.ids.push(Number(id));
      }
    });
    socket.once('data', () => {
      socket.pause();
      resolve(slow);
    });
  });
}

/** Bytes of memory the server's process holds. */
async function memoryOf(url: string): Promise<number> {
  const told = await (await fetch(`${url}/metrics`)).text();
  return Number(/^writethru_process_resident_memory_bytes (\d+)/m.exec(told)?.[1]);
}

test('readers who take nothing cost the server no memory for what waits for them, and have all of it once they read', async () => {
  await using site = await benchSite({ slow: 1 }, { WORKERS: '1' });
  const { url } = site.server;
  const path = '/stories/slow/live';
  for (let warm = 0; warm < 30; warm += 1) await post(site, 'slow', `${warm} ${'Warm. '.repeat(LONG / 6)}`);
  const slow = await Promise.all(
    Array.from({ length: READERS }, () => whoReadsNothing(Number(new URL(url).port), path)),
  );
  const before = await memoryOf(url);
  let most = before;
  for (let number = 0; number < POSTS; number += 1) {
    await post(site, 'slow', `${number} ${'The water rises. '.repeat(LONG / 17)}`);
    most = Math.max(most, await memoryOf(url));
  }
  const due = READERS * POSTS * LONG;
  assert.ok(
    most - before < due / 3,
    `memory grew by ${(most - before) / 1e6} MB, of ${due / 1e6} MB that were due`,
  );
  for (const { socket } of slow) socket.resume();
  await eventually(async () => {
    most = Math.max(most, await memoryOf(url));
    return slow.every(({ ids }) => ids.length >= POSTS);
  });
  assert.ok(most - before < due / 3, `memory grew by ${(most - before) / 1e6} MB while they caught up`);
  const first = slow[0]!.ids[0]!;
  const all = Array.from({ length: POSTS }, (_, index) => first + index);
  for (const { socket, ids } of slow) {
    assert.deepEqual(ids, all);
    socket.destroy();
  }
  console.log(`of ${due / 1e6} MB that were due the server held ${(most - before) / 1e6} MB at most`);
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { killableServer } from '../support/server-process.ts';
import { openStreamReader } from '../support/stream.ts';

/** Asks on a connection that is kept open; whether the server leaves it open. */
function kept(agent: http.Agent, url: string): Promise<{ status: number; stays: boolean }> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      response
        .resume()
        .on('end', () =>
          resolve({ status: response.statusCode!, stays: response.headers.connection !== 'close' }),
        );
    });
    request.on('error', reject);
  });
}

test('a server that is told to stop says so on /readyz first, serves on as long as it was set, and then ends its streams', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-drain-'));
  const server = await killableServer({ DATA_DIR: folder, WORKERS: '2', DRAIN: '3' });
  await server.start();
  const agents = Array.from({ length: 6 }, () => new http.Agent({ keepAlive: true, maxSockets: 1 }));
  for (const agent of agents)
    assert.deepEqual(await kept(agent, `${server.url}/readyz`), { status: 200, stays: true });
  const reader = await openStreamReader(`${server.url}/live`);
  let isOver = false;
  void reader.ended.then(() => (isOver = true));
  const stopped = server.stop();
  await eventually(async () => (await fetch(`${server.url}/readyz`)).status === 503);
  // On the threads of before, each of which may have heard of it a moment later.
  for (const agent of agents)
    await eventually(async () => {
      const { status, stays } = await kept(agent, `${server.url}/readyz`);
      return status === 503 && !stays;
    });
  assert.deepEqual(await kept(agents[0]!, `${server.url}/`), { status: 200, stays: false });
  const late = await openStreamReader(`${server.url}/live`);
  assert.deepEqual([late.status, isOver], [200, false], 'who comes now is served, who reads goes on reading');
  assert.equal(await stopped, 0);
  await Promise.all([reader.ended, late.ended]);
  for (const agent of agents) agent.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
});

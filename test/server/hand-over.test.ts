import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/supervisor.ts';
import { openStreamReader } from '../support/stream.ts';

test('where threads cannot share a port, one accepts and hands connections to the others, streams too', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-handover-'));
  const read = readConfig({ DATA_DIR: folder, PORT: '0', WORKERS: '2', LOG_LEVEL: 'error' });
  if (read.type !== 'config') assert.fail('the settings are right');
  const server = await startServer(read.config, { handOver: true });
  try {
    assert.equal(server.sampleOpened, true);
    const pages = await Promise.all(
      Array.from({ length: 6 }, () => fetch(`${server.address}/`, { headers: { connection: 'close' } })),
    );
    assert.deepEqual(
      pages.map(({ status }) => status),
      Array(6).fill(200),
    );
    const readers = await Promise.all(
      Array.from({ length: 4 }, () => openStreamReader(`${server.address}/live`)),
    );
    await Promise.all(pages.map((page) => page.arrayBuffer()));
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    assert.match(metrics, /^writethru_streams_open 4$/m);
    const ends = Promise.all(readers.map((reader) => reader.ended));
    await server.stop();
    await ends;
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

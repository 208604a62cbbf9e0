import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openNewsroom } from '../../src/app.ts';
import { createToken } from '../../src/commands/create-token.ts';
import { readConfig } from '../../src/config.ts';
import { verify } from '../../src/ops/verify.ts';
import { photo } from '../support/pictures.ts';
import { killableServer, pause } from '../support/server-process.ts';

type Told = { id: string; ready: boolean; renditions: { url: string }[] };

test('a server killed while it encodes goes on with the picture when it is started again, and tells of it once', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-pictures-'));
  const settings = { DATA_DIR: folder, WORKERS: '2', SAMPLE: 'off' };
  const read = readConfig(settings);
  assert.ok(read.type === 'config');
  const token = await (async () => {
    await using newsroom = await openNewsroom(read.config);
    const made = await createToken(newsroom, { name: 'test', scope: 'write' });
    return made.type === 'created' ? made.secret : assert.fail();
  })();
  const server = await killableServer(settings);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' };
  try {
    await server.start();
    const body = new Uint8Array(await photo(1900, 1300));
    const sent = await fetch(`${server.url}/api/v1/media?alt=A%20wall.`, { method: 'POST', headers, body });
    assert.equal(sent.status, 201);
    await server.kill();
    const { id, ready, renditions } = (await sent.json()) as Told;
    assert.deepEqual([ready, renditions.length], [false, 1]);
    await server.start();
    const first = await fetch(`${server.url}/media/${id}`);
    assert.equal(first.status, 200, 'what was answered for is there');
    let told: Told;
    do {
      await pause(100);
      told = (await (await fetch(`${server.url}/api/v1/media/${id}`, { headers })).json()) as Told;
    } while (!told.ready);
    assert.ok(told.renditions.length > 10);
    for (const { url } of told.renditions) assert.equal((await fetch(url)).status, 200, url);
  } finally {
    await server.stop();
  }
  await using newsroom = await openNewsroom(read.config);
  const kinds = (await newsroom.storage.marks(0, 50)).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['media', 'renditions']);
  assert.equal((await verify(newsroom.storage)).type, 'ok');
  fs.rmSync(folder, { recursive: true, force: true });
});

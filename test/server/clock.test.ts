import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openNewsroom } from '../../src/app.ts';
import { createToken } from '../../src/commands/create-token.ts';
import { readConfig } from '../../src/config.ts';
import { killableServer } from '../support/server-process.ts';

test('the clock that tests set is one for all threads, all processes, and is what events are stamped with', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-clock-'));
  const settings = { DATA_DIR: folder, CLOCK: '2019-02-28T03:55:00Z', WORKERS: '2' };
  const read = readConfig(settings);
  if (read.type !== 'config') assert.fail('the settings are right');
  const secrets: string[] = [];
  {
    await using newsroom = await openNewsroom(read.config);
    const made = await createToken(newsroom, { name: 'night', scope: 'admin' });
    if (made.type === 'created') secrets.push(made.secret);
  }
  const server = await killableServer(settings);
  await server.start();
  const call = async (method: string, where: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${secrets[0]}`,
      connection: 'close',
      ...(body && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${server.url}/api/v1${where}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, told: (await answer.json()) as Record<string, unknown> };
  };
  const set = await call('PUT', '/clock', { now: '2019-02-28T05:05:00Z', running: false });
  assert.equal(set.status, 200);
  // Each call is a connection of its own, so that either thread may take it.
  for (let count = 0; count < 12; count += 1) {
    const { told } = await call('GET', '/clock');
    assert.equal(told['now'], '2019-02-28T05:05:00.000Z');
  }
  assert.equal((await call('POST', '/stories', { headline: 'No Deal' })).status, 201);
  for (let count = 0; count < 6; count += 1) {
    const posted = await call('POST', '/stories/no-deal/updates', { markdown: 'One more.' });
    assert.equal(posted.status, 201);
  }
  const story = (await (await fetch(`${server.url}/stories/no-deal.json`)).json()) as {
    updates: { at: string }[];
  };
  assert.deepEqual(
    story.updates.map(({ at }) => at),
    Array(6).fill('2019-02-28T05:05:00.000Z'),
  );
  {
    await using newsroom = await openNewsroom(read.config);
    assert.equal(await newsroom.clock.fresh(), '2019-02-28T05:05:00.000Z');
  }
  assert.equal(await server.stop(), 0);
  fs.rmSync(folder, { recursive: true, force: true });
});

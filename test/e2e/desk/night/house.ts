import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNewsroom } from '../../../../src/app.ts';
import { createToken } from '../../../../src/commands/create-token.ts';
import { readConfig } from '../../../../src/config.ts';
import { killableServer, type KillableServer } from '../../../support/server-process.ts';

/** A fresh machine with Writethru on it, as an operator starts it, and a clock that the test sets. */
export type House = AsyncDisposable & {
  server: KillableServer;
  url: string;
  folder: string;
  settings: Record<string, string>;
  token: string;
  /** Sets the newsroom's clock by New York's, `22:40` of 27 February or `0:05` of the 28th; it runs on from there, unless it is to stand. */
  clock(time: string, running?: boolean): Promise<void>;
  /** Keeps how long it took from a key at the desk to a reader's screen, ms. */
  tellLatency(ms: number): void;
  latencies: number[];
  /** Asks the public API with an admin's token. */
  api(call: string, body?: object): Promise<Response>;
};

/** An instant of the night, from New York's clock: evening hours are of the 27th. */
export function instantOf(time: string): string {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(Date.UTC(2019, 1, hour > 12 ? 27 : 28, hour + 5, minute, second)).toISOString();
}

export async function openHouse(): Promise<House> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-night-'));
  const settings = { DATA_DIR: folder, CLOCK: instantOf('22:40'), WORKERS: '2', SAMPLE: 'off' };
  const server = await killableServer(settings);
  await server.start();
  const token = await adminsToken(settings);
  const latencies: number[] = [];
  const api = (call: string, body?: object): Promise<Response> => {
    const [method = 'GET', address = ''] = call.split(' ');
    return fetch(`${server.url}/api/v1${address}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  return {
    server,
    url: server.url,
    folder,
    settings,
    token,
    api,
    latencies,
    tellLatency: (ms) => void latencies.push(Math.round(ms)),
    async clock(time, running = true) {
      const answer = await api('PUT /clock', { now: instantOf(time), running });
      assert.equal(answer.status, 200, await answer.text());
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Made beside the server, as `writethru token create` makes one. */
async function adminsToken(settings: Record<string, string>): Promise<string> {
  const read = readConfig(settings);
  assert.ok(read.type === 'config');
  await using newsroom = await openNewsroom(read.config);
  const created = await createToken(newsroom, { name: 'operator', scope: 'admin' });
  assert.ok(created.type === 'created');
  return created.secret;
}

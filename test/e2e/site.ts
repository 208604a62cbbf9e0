import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNewsroom } from '../../src/app.ts';
import { createToken } from '../../src/commands/create-token.ts';
import { readConfig } from '../../src/config.ts';
import { killableServer, pause, type KillableServer } from '../support/server-process.ts';

/** The evening of a summit, on New York's clock 10:55 p.m. */
const OPENED = '2019-02-28T03:55:00Z';

export type Receipt = { id: string; slug: string; seq: number; version: number; url: string };

export type PictureWords = { alt: string; caption: string; credit: string };

/** A whole Writethru of its own, started as an operator starts it, and an editor who works through its API. */
export type Site = AsyncDisposable & {
  url: string;
  server: KillableServer;
  /** `POST /stories {…}`; expected to be carried out. */
  call(request: string, body?: object): Promise<Receipt>;
  /** Takes a JPEG in, and waits until all is made of it; what documents and stories name it by. */
  picture(jpeg: Buffer, words: PictureWords): Promise<{ id: string; src: string }>;
  /** Sets the clock of the newsroom, which then stands. */
  clock(at: string): Promise<void>;
};

export async function openSite(): Promise<Site> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-e2e-'));
  const settings = { DATA_DIR: folder, CLOCK: OPENED, WORKERS: '2' };
  const token = await editorsToken(settings);
  const server = await killableServer(settings);
  await server.start();
  const call = async (request: string, body?: object): Promise<Receipt> => {
    const [method = 'GET', address = ''] = request.split(' ');
    const type = body instanceof Uint8Array ? 'image/jpeg' : 'application/json';
    const response = await fetch(`${server.url}/api/v1${address}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': type }) },
      ...(body && { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    assert.ok(response.ok, `${request}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Receipt;
  };
  return {
    url: server.url,
    server,
    call,
    async picture(jpeg, words) {
      const { id } = await call(`POST /media?${new URLSearchParams(words)}`, jpeg);
      for (;;) {
        const { ready, src } = (await call(`GET /media/${id}`)) as Receipt & { ready: boolean; src: string };
        if (ready) return { id, src };
        await pause(100);
      }
    },
    clock: async (now) => void (await call('PUT /clock', { now, running: false })),
    async [Symbol.asyncDispose]() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function editorsToken(settings: Record<string, string>): Promise<string> {
  const read = readConfig({ ...settings, SAMPLE: 'off' });
  assert.ok(read.type === 'config');
  await using newsroom = await openNewsroom(read.config);
  const created = await createToken(newsroom, { name: 'editor', scope: 'admin' });
  assert.ok(created.type === 'created');
  return created.secret;
}

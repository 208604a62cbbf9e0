import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nginxBefore } from '../../test/support/nginx-before.ts';
import { has, readDeployFile, root, run } from './tools.ts';

/** How long a server may take to start, ms. */
const READY_WITHIN = 120_000;

/** What stands behind an instruction of the Dockerfile, by its order. */
const lines = (instruction: string): string[] =>
  readDeployFile('Dockerfile')
    .split('\n')
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

/** The Dockerfile's steps by hand: what it copies of the checkout, in a clean folder, and what it runs there. */
export function makeImage(folder: string): string {
  const tracked = run('git', ['-C', root, 'ls-files']).split('\n');
  for (const line of lines('COPY').filter((one) => !one.startsWith('--from'))) {
    const names = line.split(' ').slice(0, -1);
    for (const file of tracked.filter((one) =>
      names.some((name) => one === name || one.startsWith(`${name}/`)),
    )) {
      const to = path.join(folder, file);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.copyFileSync(path.join(root, file), to);
    }
  }
  const [made = ''] = lines('RUN');
  run('sh', ['-c', made], { cwd: folder });
  return `${lines('COPY').length - 1} copies and "${made}" in a clean folder`;
}

type Served = { url: string; process: ChildProcess };

/** Runs what the image would run, as it would. */
export async function serve(folder: string, port: number): Promise<Served> {
  const [program = '', ...args] = JSON.parse(lines('CMD')[0] ?? '[]') as string[];
  const set = Object.fromEntries(
    (lines('ENV')[0] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
  );
  const env = {
    ...set,
    PATH: process.env['PATH'],
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: path.join(folder, 'data'),
    SAMPLE: 'on',
    DRAIN: '2',
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const child = spawn(path.join(folder, program), args, { cwd: folder, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + READY_WITHIN;
  while (
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > end) throw new Error('what the image runs did not come up');
    await pause(100);
  }
  return { url, process: child };
}

/** Told to stop it says so, goes on for a while, and ends by itself. */
export async function drains({ url, process: child }: Served): Promise<string> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  let status = 200;
  while (status === 200) status = (await fetch(`${url}/readyz`)).status;
  assert.equal(status, 503);
  assert.equal((await fetch(url)).status, 200, 'pages are served while it drains');
  const [code] = (await ended) as [number];
  assert.equal(code, 0);
  return 'SIGTERM: /readyz 503 and pages 200 while it drained, exit 0';
}

/** nginx with the file that lies there, before one node: what it holds, and what it lets through. */
export async function behindNginx({ url }: Served): Promise<string | null> {
  if (!has('nginx')) return null;
  await using nginx = await nginxBefore([url]);
  const site = nginx.url;
  const seen = await Promise.all(Array.from({ length: 40 }, () => fetch(site)));
  const held = seen.filter(({ headers }) => headers.get('x-cache') === 'HIT').length;
  assert.ok(held > 0, 'it holds pages for their second');
  const stream = await fetch(`${site}/live`);
  assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/);
  const reading = stream.body!.getReader();
  const first = await reading.read();
  assert.match(new TextDecoder().decode(first.value), /retry:/);
  await reading.cancel();
  assert.equal((await fetch(`${site}/metrics`)).status, 404);
  assert.equal((await fetch(`${site}/desk`)).headers.get('x-cache'), null);
  return `${held} of 40 pages from its cache, a stream let through, /metrics shut`;
}

/** What a node is told of who asks, by whichever way: limits are about that address. */
export async function nginxTells(): Promise<string | null> {
  if (!has('nginx')) return null;
  const node = http.createServer(({ headers }, response) => response.end(JSON.stringify(headers)));
  node.listen(0, '127.0.0.1');
  await once(node, 'listening');
  try {
    const { port } = node.address() as AddressInfo;
    await using nginx = await nginxBefore([`http://127.0.0.1:${port}`]);
    const { host } = new URL(nginx.url);
    const ways = ['/', '/live', '/stories/a/live', '/desk', '/desk/api/session', '/api/v1'];
    for (const way of ways) {
      const told = (await (await fetch(nginx.url + way)).json()) as Record<string, string>;
      assert.equal(told['x-forwarded-for'], '127.0.0.1', `${way}: whose request it is`);
      assert.equal(told['x-forwarded-proto'], 'http', `${way}: how it came`);
      assert.equal(told['host'], host.replace(/:.*/, ''), `${way}: what was asked for`);
    }
    return `a node is told who asks, of ${ways.join(' ')}`;
  } finally {
    node.closeAllConnections();
    node.close();
  }
}

export const temporaryFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-image-'));

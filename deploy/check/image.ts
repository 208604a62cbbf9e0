import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
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
  await using node = await nodeThat(({ headers }, response) => response.end(JSON.stringify(headers)));
  await using nginx = await nginxBefore([node.url]);
  const { host } = new URL(nginx.url);
  const ways = ['/', '/live', '/stories/a/live', '/desk', '/desk/api/session', '/api/v1'];
  const asked: [string, Record<string, string>][] = ways.map((way) => [way, {}]);
  for (const [way, headers] of [...asked, ['/api/v1', NAMED] as const]) {
    const told = (await (await fetch(nginx.url + way, { headers })).json()) as Record<string, string>;
    assert.equal(told['x-forwarded-for'], '127.0.0.1', `${way}: whose request it is`);
    assert.equal(told['x-forwarded-proto'], 'http', `${way}: how it came`);
    assert.equal(told['host'], host.replace(/:.*/, ''), `${way}: what was asked for`);
  }
  return `a node is told who asks, of ${ways.join(' ')}`;
}

/** A write that has a name, and may be asked again. */
const NAMED = { 'idempotency-key': 'a' };

/** What becomes of a write whose node breaks in the midst of it: a named one is asked of the next, any other of nobody. */
export async function nginxAsksAgain(): Promise<string | null> {
  if (!has('nginx')) return null;
  const seen: string[] = [];
  const nodeAs = (name: string, answer: (response: http.ServerResponse) => void): Promise<Node> =>
    nodeThat((request, response) => {
      // nginx is there once it answers to reading.
      if (request.method === 'GET') return response.end();
      return text(request).then((body) => {
        seen.push(`${name} ${body}`);
        answer(response);
      });
    });
  await using breaks = await nodeAs('breaks', ({ socket }) => socket?.destroy());
  await using answers = await nodeAs('answers', (response) => response.writeHead(201).end());
  const posted = async (headers: Record<string, string>): Promise<number[]> => {
    await using nginx = await nginxBefore([breaks.url, answers.url]);
    seen.length = 0;
    const statuses: number[] = [];
    for (const body of ['one', 'two', 'three']) {
      const { status } = await fetch(`${nginx.url}/api/v1/stories`, { method: 'POST', headers, body });
      statuses.push(status);
    }
    return statuses;
  };
  assert.deepEqual(await posted(NAMED), [201, 201, 201]);
  const named = seen.filter((line) => line.startsWith('breaks'));
  assert.ok(named.length > 0, 'the node that breaks was asked');
  for (const line of named)
    assert.ok(seen.includes(line.replace('breaks', 'answers')), `${line}, and then the next`);
  const statuses = await posted({});
  assert.ok(statuses.includes(502), `a write without a name that broke: ${statuses.join()}`);
  assert.equal(seen.length, 3, `asked once each: ${seen.join()}`);
  return 'a write with an Idempotency-Key whose node broke was asked of the next, any other of nobody';
}

type Node = AsyncDisposable & { url: string };

/** Something in a node's place. */
async function nodeThat(answers: (...asked: Parameters<http.RequestListener>) => unknown): Promise<Node> {
  const server = http.createServer((request, response) => void answers(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const temporaryFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-image-'));

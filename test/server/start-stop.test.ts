import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { killableServer } from '../support/server-process.ts';
import { openStreamReader } from '../support/stream.ts';

const root = path.join(import.meta.dirname, '..', '..');

function folder(): Disposable & { path: string } {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-start-'));
  return { path: made, [Symbol.dispose]: () => fs.rmSync(made, { recursive: true, force: true }) };
}

/** Runs a start that is expected to be refused. */
function refusedStart(settings: Record<string, string>, args: string[] = []) {
  const env = { ...process.env, LOG_LEVEL: 'error', SAMPLE: 'off', PORT: '0', ...settings };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  assert.doesNotMatch(stderr, /^\s+at /m, 'no stack trace');
  return { status, stdout, lines: stderr.trim().split('\n') };
}

test('a port that another program holds is one sentence with what to do', async () => {
  using data = folder();
  const holder = net.createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const { status, lines } = refusedStart({ DATA_DIR: data.path, PORT: String(port) });
  holder.close();
  assert.equal(status, 1);
  assert.equal(lines.length, 1);
  assert.match(
    lines[0]!,
    new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken .*: stop it, or choose another port`),
  );
});

test('a data folder that another server holds is refused, by name; after a kill -9 it is free again', async () => {
  using data = folder();
  const first = await killableServer({ DATA_DIR: data.path });
  await first.start();
  const { status, lines } = refusedStart({ DATA_DIR: data.path });
  assert.equal(status, 1);
  assert.match(
    lines.join('\n'),
    /^Another server \(process \d+\) holds the data folder .*: stop it, or start this one with another DATA_DIR\.$/,
  );
  await first.kill();
  await first.start();
  assert.equal(await first.stop(), 0);
});

test('a data folder that is a file, and a database from the future, are each one sentence', () => {
  using data = folder();
  const file = path.join(data.path, 'a-file');
  fs.writeFileSync(file, 'not a folder');
  const onFile = refusedStart({ DATA_DIR: file });
  assert.deepEqual([onFile.status, onFile.lines.length], [1, 1]);
  assert.match(onFile.lines[0]!, /set it to a folder/);
});

test('all bad settings are told at once, with what each must be, and the exit code of wrong usage', () => {
  const { status, lines } = refusedStart({ PORT: 'eighty', WORKERS: '0', BASE_URL: 'ftp://x' });
  assert.equal(status, 2);
  assert.deepEqual(
    lines.map((line) => line.split(' ')[0]),
    ['PORT', 'BASE_URL', 'WORKERS'],
  );
  const flags = refusedStart({}, ['--prot', '80']);
  assert.equal(flags.status, 2);
  assert.match(flags.lines.join(' '), /--prot.*--port/);
});

test('a PostgreSQL that cannot be reached is one sentence', () => {
  using data = folder();
  const { status, lines } = refusedStart({
    DATA_DIR: data.path,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });
  assert.equal(status, 1);
  assert.match(
    lines.join('\n'),
    /^The database at DATABASE_URL cannot be used \(.*\): start it, or mend the address\.$/,
  );
});

/** A server as an operator sees it start: what it says, and where. */
async function startInSight(settings: Record<string, string>) {
  const env = { ...process.env, PORT: '0', SAMPLE: 'off', ...settings };
  const child: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  while (!said.out.includes('Ctrl-C')) await once(child.stdout!, 'data');
  const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out) ?? assert.fail(said.out);
  return {
    said,
    address,
    /** Ctrl-C; the exit code. */
    async interrupt(): Promise<number | null> {
      const ended = once(child, 'close') as Promise<[number | null]>;
      child.kill('SIGINT');
      return (await ended)[0];
    },
  };
}

test('a start prints the addresses that matter and how to make a token, and nothing else', async () => {
  using data = folder();
  const { said, address, interrupt } = await startInSight({ DATA_DIR: data.path });
  for (const part of ['/api/v1', '/readyz', '/metrics']) assert.ok(said.out.includes(part), part);
  for (const command of ['token create NAME --scope write', 'import FILE'])
    assert.ok(said.out.includes(`bin/writethru ${command} --data-dir ${data.path}\n`), command);
  assert.equal(said.err, '');
  assert.equal((await fetch(`${address}/healthz`)).status, 200);
  assert.equal(await interrupt(), 0);
});

test('Ctrl-C waits for nobody who asks nothing: connections opened ahead, readers who do not hang up', async () => {
  using data = folder();
  const settings = { DATA_DIR: data.path, LOG_LEVEL: 'warn', WORKERS: '2' };
  const { said, address, interrupt } = await startInSight(settings);
  const port = Number(new URL(address).port);
  const ahead = Array.from({ length: 8 }, () => net.connect(port, '127.0.0.1'));
  const reading = Array.from({ length: 4 }, () => {
    const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write('GET /live HTTP/1.1\r\nHost: x\r\n\r\n');
    return socket;
  });
  await Promise.all(reading.map((socket) => once(socket, 'data')));
  const ends = ahead.map((socket) => once(socket, 'close'));
  assert.equal(await interrupt(), 0);
  await Promise.all(ends);
  assert.equal(said.err, '', 'nothing was cut off because it took too long');
  for (const socket of reading) socket.destroy();
});

test('a server that is stopped tells its streams to come back, finishes, exits 0, and leaves the folder free', async () => {
  using data = folder();
  const server = await killableServer({ DATA_DIR: data.path, SAMPLE: 'on', WORKERS: '2' });
  await server.start();
  const readers = await Promise.all(Array.from({ length: 8 }, () => openStreamReader(`${server.url}/live`)));
  assert.deepEqual(
    readers.map((reader) => reader.status),
    Array(8).fill(200),
  );
  const code = await server.stop();
  assert.equal(code, 0);
  await Promise.all(readers.map((reader) => reader.ended));
  assert.equal(fs.existsSync(path.join(data.path, 'server.pid')), false);
});

test('health, readiness and metrics of all threads', async () => {
  using data = folder();
  const server = await killableServer({ DATA_DIR: data.path, WORKERS: '2' });
  await server.start();
  const ready = await fetch(`${server.url}/readyz`);
  assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready' }]);
  const readers = await Promise.all(Array.from({ length: 12 }, () => openStreamReader(`${server.url}/live`)));
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  assert.match(metrics, /^writethru_streams_open 12$/m, 'the streams of both threads are counted');
  assert.match(metrics, /^writethru_story_streams_open\{story="site"\} 12$/m);
  assert.match(metrics, /^writethru_http_request_seconds_count\{/m);
  for (const reader of readers) reader.close();
  assert.equal(await server.stop(), 0);
});

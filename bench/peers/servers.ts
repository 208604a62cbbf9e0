import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endsWithUs } from '../../test/support/ends-with-us.ts';
import { freePort } from '../../test/support/free-port.ts';
import { pause } from '../../test/support/server-process.ts';
import { benchSite } from '../site.ts';
import { compiled, haveTools } from './tools.ts';

/** Something that serves one stream, and takes events for it. */
export type Target = AsyncDisposable & {
  port: number;
  /** Its processes, whose CPU and memory are counted. */
  pids: number[];
  /** Of the stream. */
  path: string;
  post: { path: string; header: string; before: string; after: string };
};

/** `pinned`: it has one thread that matters, and is held on the first core; its readers have the second one. */
export type Kind = { name: string; pinned: boolean; start(): Promise<Target> };

const RAW = { path: '/pub', header: 'Content-Type: text/html', before: '', after: '' };

export const floor: Kind = {
  name: 'C floor',
  pinned: true,
  async start() {
    const port = await freePort();
    const child = begin([compiled('floor'), String(port)], true);
    await answers(port, child);
    return target(port, [child.pid!], () => end(child));
  },
};

export const nchan = (workers: 1 | 2): Kind => ({
  name: `nchan, ${workers} worker${workers > 1 ? 's' : ''}`,
  pinned: workers === 1,
  async start() {
    haveTools('nchan');
    const port = await freePort();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-nchan-'));
    // Its workers run as another user.
    fs.chmodSync(folder, 0o755);
    const file = path.join(folder, 'nginx.conf');
    const template = fs.readFileSync(path.join(import.meta.dirname, 'nchan.conf'), 'utf8');
    const filled = { PORT: String(port), WORKERS: String(workers), FOLDER: folder };
    fs.writeFileSync(
      file,
      template.replaceAll(/@([A-Z]+)@/g, (_, name: keyof typeof filled) => filled[name]),
    );
    const child = begin(['nginx', '-e', path.join(folder, 'error.log'), '-c', file], workers === 1);
    await answers(port, child);
    return target(port, [child.pid!, ...childrenOf(child.pid!)], async () => {
      await end(child);
      fs.rmSync(folder, { recursive: true, force: true });
    });
  },
});

const SLUG = 'night';

/** The product as users run it: events are posted by the API, committed and rendered. */
export const writethru = (workers: 1 | 2): Kind => ({
  name: `Writethru, ${workers} thread${workers > 1 ? 's' : ''}`,
  pinned: workers === 1,
  async start() {
    const site = await benchSite({ [SLUG]: 5 }, { WORKERS: String(workers), MAX_STREAMS: '30000' });
    const { server, token } = site;
    const pid = server.pid()!;
    if (workers === 1) pin(pid);
    return {
      port: Number(new URL(server.url).port),
      pids: [pid, ...childrenOf(pid)],
      path: `/stories/${SLUG}/live`,
      post: {
        path: `/api/v1/stories/${SLUG}/updates`,
        header: `Authorization: Bearer ${token}\r\nContent-Type: application/json`,
        before: '{"markdown":"',
        after: '"}',
      },
      [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
    };
  },
});

function target(port: number, pids: number[], stop: () => Promise<void>): Target {
  return { port, pids, path: '/sub', post: RAW, [Symbol.asyncDispose]: stop };
}

function begin(command: string[], pinned: boolean): ChildProcess {
  const [program, ...args] = pinned ? ['taskset', '-c', '0', ...command] : command;
  const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const dying = endsWithUs(() => child.kill('SIGKILL'));
  child.once('exit', dying.off);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, pause(3000).then(() => child.kill('SIGKILL'))]);
}

/** Holds all threads of a process on the first core. */
function pin(pid: number): void {
  const held = spawn('taskset', ['-a', '-c', '-p', '0', String(pid)], { stdio: 'ignore' });
  held.once('error', () => {
    throw new Error('taskset (Debian: util-linux) is not there.');
  });
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error('a peer ended instead of starting: see the lines above.');
    const options = { method: 'POST', body: 'warm', signal: AbortSignal.timeout(1000) };
    const answer = await fetch(`http://127.0.0.1:${port}/pub`, options).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('a peer did not answer.');
}

function childrenOf(pid: number): number[] {
  const told = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return told === '' ? [] : told.split(/\s+/).map(Number);
}

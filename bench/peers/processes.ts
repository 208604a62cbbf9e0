import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endsWithUs } from '../../test/support/ends-with-us.ts';
import { pause } from '../../test/support/server-process.ts';

/** Starts a program that ends with us. `pinned`: it is held on the first core. */
export function begin(
  command: string[],
  { pinned, cwd, env }: { pinned: boolean; cwd?: string; env?: NodeJS.ProcessEnv },
): ChildProcess {
  const [program, ...args] = pinned ? ['taskset', '-c', '0', ...command] : command;
  const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd, env });
  const dying = endsWithUs(() => child.kill('SIGKILL'));
  child.once('exit', dying.off);
  return child;
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, pause(3000).then(() => child.kill('SIGKILL'))]);
}

/** Waits until it answers as `ask` wants. `patience` in ms. */
export async function answers(
  child: ChildProcess,
  ask: (options: RequestInit) => Promise<Response>,
  patience = 10_000,
): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null) throw new Error('a peer ended instead of starting: see the lines above.');
    const answer = await ask({ signal: AbortSignal.timeout(5000) }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
  throw new Error('a peer did not answer.');
}

/** Holds all threads of a process on the first core. */
export function pin(pid: number): void {
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', '0', String(pid)], { stdio: 'ignore' });
  if (status !== 0) throw new Error('taskset (Debian: util-linux) is not there.');
}

export function childrenOf(pid: number): number[] {
  const told = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return told === '' ? [] : told.split(/\s+/).map(Number);
}

/** Seconds all threads of the processes have run. */
export function cpuSeconds(pids: number[]): number {
  let ns = 0;
  for (const pid of pids)
    for (const task of fs.readdirSync(`/proc/${pid}/task`))
      ns += Number(fs.readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
  return ns / 1e9;
}

/** A folder others may look into: nginx's workers run as another user. */
export function openFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `writethru-${name}-`));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** Starts nginx with a configuration that lies beside this file, its @NAMES@ filled in. */
export function beginNginx(
  template: string,
  folder: string,
  filled: Record<string, string>,
  pinned: boolean,
): ChildProcess {
  const file = path.join(folder, 'nginx.conf');
  const text = fs.readFileSync(path.join(import.meta.dirname, template), 'utf8');
  fs.writeFileSync(
    file,
    text.replaceAll(/@([A-Z]+)@/g, (_, name: string) => filled[name]!),
  );
  return begin(['nginx', '-e', path.join(folder, 'error.log'), '-c', file], { pinned });
}

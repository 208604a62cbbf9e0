import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { compiled } from './tools.ts';
import type { Target } from './servers.ts';

/** Times in ms, CPU in seconds, memory in KB. */
export type Told = {
  readers: number;
  delivered: number;
  lost: number;
  doubled: number;
  dropped: number;
  refused: number;
  postsRefused: number;
  median: number;
  p99: number;
  max: number;
  cpu: number;
  bytes: number;
  kbAReader: number;
  kbAReaderAfter: number;
};

export type StormTold = {
  readers: number;
  caughtUp: number;
  median: number;
  p99: number;
  all: number;
  doubled: number;
  refused: number;
  notConnected: number;
  cpu: number;
};

export type CrowdSize = { readers: number; pinned: boolean; size: number };
type Steady = CrowdSize & { events: number; every: number };

/** So many readers, and events for them: `every` ms, 0: all at once; `size` in bytes. */
export const crowd = (to: Target, { events, every, ...size }: Steady): Promise<Told> =>
  run(to, size, ['--events', String(events), '--every', String(every)]);

/** All drop, miss so many events, and come back at once. */
export const storm = (to: Target, missed: number, size: CrowdSize): Promise<StormTold> =>
  run(to, size, ['--storm', String(missed)]);

async function run<T>(to: Target, { readers, pinned, size }: CrowdSize, more: string[]): Promise<T> {
  const { port, pids, path, post } = to;
  const asked = {
    port,
    readers,
    size,
    pids: pids.join(','),
    path,
    'post-path': post.path,
    'post-header': post.header,
    before: post.before,
    after: post.after,
  };
  const args = [...Object.entries(asked).flatMap(([name, value]) => [`--${name}`, String(value)]), ...more];
  const [program, ...rest] = [...(pinned ? ['taskset', '-c', '1'] : []), compiled('readers'), ...args];
  const child = spawn(program!, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const told = await text(child.stdout);
  if (!told.startsWith('{')) throw new Error(`the readers told nothing${told && `: ${told}`}`);
  const parsed = JSON.parse(told) as T | { error: string };
  if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) throw new Error(parsed.error);
  return parsed;
}

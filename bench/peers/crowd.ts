import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { endsWithUs } from '../../test/support/ends-with-us.ts';
import { someText } from '../words.ts';
import { compiled } from './tools.ts';
import type { Target } from './servers.ts';

/** Readers that ask for gzip, as browsers do, or for the bytes as they are. */
export type Coding = 'gzip' | 'identity';

/** Times in ms, CPU in seconds, memory in KB. `broken`: what a reader was sent is no gzip. */
export type Told = {
  readers: number;
  delivered: number;
  lost: number;
  doubled: number;
  dropped: number;
  refused: number;
  broken: number;
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
  broken: number;
  notConnected: number;
  cpu: number;
};

export type HeldTold = Pick<
  Told,
  'readers' | 'delivered' | 'lost' | 'doubled' | 'dropped' | 'refused' | 'broken'
>;

/** `pinned`: the readers are held on the second core. */
export type CrowdSize = { readers: number; pinned: boolean; coding: Coding };
/** `bytes` of an event's own words. */
type Words = { bytes: number };
type Steady = CrowdSize & Words & { events: number; every: number };

/** So many readers, and events for them: `every` ms, 0: all at once. */
export const crowd = (to: Target, { events, every, bytes, ...size }: Steady): Promise<Told> =>
  publishing(to, size, bytes, { events, every });

/** All drop, miss so many events, and come back at once. */
export const storm = (
  to: Target,
  missed: number,
  { bytes, ...size }: CrowdSize & Words,
): Promise<StormTold> => publishing(to, size, bytes, { storm: missed });

async function publishing<T>(
  to: Target,
  size: CrowdSize,
  bytes: number,
  more: Record<string, number>,
): Promise<T> {
  const { post } = to;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-words-'));
  const words = path.join(folder, 'words.txt');
  fs.writeFileSync(words, Array.from({ length: 64 }, (_, event) => `${someText(bytes, event)}\n`).join(''));
  const header = Object.entries(post.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
  const asked = { words, 'post-path': post.path, 'post-header': header, ...more };
  try {
    const child = begin(to, size, { ...asked, before: post.before, after: post.after });
    return told(await lines(child).next()) as T;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Readers that stay until they are let go, while somebody else publishes events whose marks count from `firstMark`. */
export async function held(to: Target, size: CrowdSize, firstMark: number): Promise<Held> {
  const child = begin(to, size, { hold: firstMark });
  const said = lines(child);
  const { value: first } = await said.next();
  if (first !== 'open') throw new Error(`the readers are not there: ${first}`);
  return {
    async letGo(events) {
      const gone = once(child, 'exit');
      child.stdin!.end(`${events}\n`);
      const result = told(await said.next()) as HeldTold;
      await gone;
      return result;
    },
  };
}
/** `events`: how many were published. */
export type Held = { letGo(events: number): Promise<HeldTold> };

/** The mark an event ends in. */
export const markOf = (number: number): string => `@@M${number}@@`;

function begin(
  { port, pids, path: stream }: Target,
  { readers, pinned, coding }: CrowdSize,
  more: Record<string, string | number>,
): ChildProcess {
  const asked = {
    port,
    readers,
    path: stream,
    pids: pids.join(','),
    ...(coding === 'gzip' && { gzip: 'yes' }),
  };
  const args = Object.entries({ ...asked, ...more }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const [program, ...rest] = [...(pinned ? ['taskset', '-c', '1'] : []), compiled('readers'), ...args];
  const child = spawn(program!, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const dying = endsWithUs(() => child.kill('SIGKILL'));
  child.once('exit', dying.off);
  return child;
}

const lines = (child: ChildProcess): AsyncIterator<string, undefined> =>
  readline.createInterface({ input: child.stdout! })[Symbol.asyncIterator]();

function told({ value }: IteratorResult<string, undefined>): unknown {
  if (!value?.startsWith('{')) throw new Error(`the readers told nothing${value ? `: ${value}` : ''}`);
  const parsed: unknown = JSON.parse(value);
  if (typeof parsed === 'object' && parsed !== null && 'error' in parsed)
    throw new Error(String(parsed.error));
  return parsed;
}

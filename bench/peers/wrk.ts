import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { cpuSeconds } from './processes.ts';
import { haveTools } from './tools.ts';
import type { PageServer } from './page-servers.ts';

/** `cpu` in µs a request. */
export type Served = { perSecond: number; cpu: number };

/** Asks for the page from the second core, by so many connections, for so many seconds; with gzip, as browsers do. */
export async function askFor(page: PageServer, connections: number, seconds: number): Promise<Served> {
  haveTools('wrk');
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--timeout',
    '30s',
    '-H',
    'Accept-Encoding: gzip',
  ];
  const before = cpuSeconds(page.pids);
  const child = spawn('taskset', ['-c', '1', 'wrk', ...args, page.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = await text(child.stdout);
  const spent = cpuSeconds(page.pids) - before;
  const number = (pattern: RegExp): number => Number(pattern.exec(told)?.[1]);
  const [requests, perSecond] = [number(/(\d+) requests in/), number(/Requests\/sec:\s+([\d.]+)/)];
  if (!(requests > 0) || /Non-2xx|Socket errors/.test(told)) throw new Error(`${page.name} failed:\n${told}`);
  return { perSecond, cpu: (spent / requests) * 1e6 };
}

/** The page as it is sent to browsers: what it says, and how many bytes came over the wire. */
export async function pageOf({ url }: PageServer): Promise<{ page: Buffer; zipped: number }> {
  const [plain, zipped] = await Promise.all(
    ['identity', 'gzip'].map((coding) => fetch(url, { headers: { 'accept-encoding': coding } })),
  );
  if (zipped!.headers.get('content-encoding') !== 'gzip') throw new Error(`${url} is not sent as gzip`);
  await zipped!.arrayBuffer();
  const length = Number(zipped!.headers.get('content-length'));
  return { page: Buffer.from(await plain!.arrayBuffer()), zipped: length };
}

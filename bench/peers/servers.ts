import fs from 'node:fs';
import { freePort } from '../../test/support/free-port.ts';
import { benchSite, post, type BenchSite } from '../site.ts';
import { someText } from '../words.ts';
import { answers, begin, beginNginx, childrenOf, end, openFolder, pin } from './processes.ts';
import { compiled, haveTools } from './tools.ts';

/** Something that serves one stream, and takes events for it. */
export type Target = AsyncDisposable & {
  port: number;
  /** Its processes, whose CPU and memory are counted. */
  pids: number[];
  /** Of the stream. */
  path: string;
  post: { path: string; headers: Record<string, string>; before: string; after: string };
};

/** `pinned`: it has one thread that matters, and is held on the first core; its readers have the second one. */
export type Kind = { name: string; pinned: boolean; start(): Promise<Target> };

const RAW = { path: '/pub', headers: { 'content-type': 'text/html' }, before: '', after: '' };

export const floor: Kind = {
  name: 'C floor',
  pinned: true,
  async start() {
    const port = await freePort();
    const child = begin([compiled('floor'), String(port)], { pinned: true });
    await answers(child, warm(port));
    return target(port, [child.pid!], () => end(child));
  },
};

export const nchan = (workers: 1 | 2): Kind => ({
  name: `nchan, ${workers} worker${workers > 1 ? 's' : ''}`,
  pinned: workers === 1,
  async start() {
    haveTools('nchan');
    const port = await freePort();
    const folder = openFolder('nchan');
    const filled = { PORT: String(port), WORKERS: String(workers), FOLDER: folder };
    const child = beginNginx('nchan.conf', folder, filled, workers === 1);
    await answers(child, warm(port));
    return target(port, [child.pid!, ...childrenOf(child.pid!)], async () => {
      await end(child);
      fs.rmSync(folder, { recursive: true, force: true });
    });
  },
});

const SLUG = 'night';
/** Posts before the crowd comes, and how many are under way at once: a server that has just been started compiles what it runs. */
const WARM = 200;
const LANES = 8;

/** The product as users run it: events are posted by the API, committed and rendered. */
export const writethru = (workers: 1 | 2): Kind => ({
  name: `Writethru, ${workers} thread${workers > 1 ? 's' : ''}`,
  pinned: workers === 1,
  async start() {
    const site = await benchSite({ [SLUG]: 5 }, { WORKERS: String(workers), MAX_STREAMS: '30000' });
    const { server, token } = site;
    const pid = server.pid()!;
    if (workers === 1) pin(pid);
    await warmUp(site);
    return {
      port: Number(new URL(server.url).port),
      pids: [pid, ...childrenOf(pid)],
      path: `/stories/${SLUG}/live`,
      post: {
        path: `/api/v1/stories/${SLUG}/updates`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        before: '{"markdown":"',
        after: '"}',
      },
      [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
    };
  },
});

/** Its code is compiled then in every thread, from the post to the frames of a stream: connections are spread over threads. */
async function warmUp(site: BenchSite): Promise<void> {
  const gone = new AbortController();
  const live = `${site.server.url}/stories/${SLUG}/live`;
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    const reader = await fetch(live, { signal: gone.signal });
    reader.body?.pipeTo(new WritableStream()).catch(() => undefined);
    for (let count = 0; count < WARM / LANES; count += 1) await post(site, SLUG, someText(400, count + lane));
  });
  await Promise.all(lanes);
  gone.abort();
}

function target(port: number, pids: number[], stop: () => Promise<void>): Target {
  return { port, pids, path: '/sub', post: RAW, [Symbol.asyncDispose]: stop };
}

const warm =
  (port: number) =>
  (options: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/pub`, { ...options, method: 'POST', body: 'warm' });

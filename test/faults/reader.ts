import http from 'node:http';
import { createGunzip } from 'node:zlib';
import { pause } from '../support/server-process.ts';

/** A reader who resumes wherever the line broke, and writes down every event. */
export type ResumingReader = {
  /** The ids in the order they came. */
  readonly seen: number[];
  readonly connections: number;
  /** Anything that broke the stream's promises. */
  readonly faults: string[];
  stop(): void;
};

type Manner = {
  /** How long it waits before it comes back, ms. */
  again?: number;
  /** Takes the stream compressed, as browsers do. */
  gzip?: boolean;
  /** Told of every event, with what came. */
  heard?: (id: number, block: string) => void;
};

/** Reads `path` of the server at `url` from the first event on. */
export function resumingReader(
  url: string,
  path: string,
  { again = 15, gzip = false, heard = () => undefined }: Manner = {},
): ResumingReader {
  const seen: number[] = [];
  const faults: string[] = [];
  let connections = 0;
  const stopped = new AbortController();
  let current: http.ClientRequest | null = null;

  const take = (block: string): void => {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    if (/^event: reset$/m.test(block)) faults.push(`reset after ${seen.at(-1) ?? 0}`);
    if (id === undefined) return;
    const expected = (seen.at(-1) ?? 0) + 1;
    if (Number(id) !== expected) faults.push(`event ${id} came where ${expected} was due`);
    seen.push(Number(id));
    heard(Number(id), block);
  };
  const connect = (): Promise<void> =>
    new Promise((resolve) => {
      const headers = {
        'last-event-id': String(seen.at(-1) ?? 0),
        ...(gzip && { 'accept-encoding': 'gzip' }),
      };
      current = http.get(`${url}${path}`, { headers, agent: false }, (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          response.on('close', resolve);
          return;
        }
        connections += 1;
        let rest = '';
        const decoded = gzip ? response.pipe(createGunzip()) : response;
        // One that breaks off in the middle is over by `close`.
        decoded.on('error', () => undefined);
        decoded.setEncoding('utf8');
        decoded.on('data', (text: string) => {
          const blocks = (rest + text).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) take(block);
        });
        response.on('error', () => resolve());
        response.on('close', resolve);
      });
      current.on('error', () => resolve());
    });
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await connect();
      await pause(again);
    }
  };
  void run();
  return {
    seen,
    faults,
    get connections() {
      return connections;
    },
    stop() {
      stopped.abort();
      current?.destroy();
    },
  };
}

import http from 'node:http';
import { createGunzip } from 'node:zlib';
import type { FrameData } from '../../src/live/frames.ts';

export type Received = { id: number | null; name: string; data: FrameData };

export type StreamReader = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Everything with an id, in the order it came. */
  events: Received[];
  /** How many beats came. */
  readonly beats: number;
  /** What the beat of this number, from 1 on, said; waits for it. */
  beat(number: number): Promise<unknown>;
  readonly resets: number;
  /** Body of an answer that is no stream. */
  readonly body: string;
  /** Resolves once so many events have come; rejects when the stream ends before. */
  until(count: number): Promise<Received[]>;
  /** Resolves when the server has ended the answer. */
  ended: Promise<void>;
  /** The bytes stop being read, as with a phone in a tunnel. */
  pause(): void;
  resume(): void;
  close(): void;
};

/** Opens a stream as an EventSource would; resolves with the head of the answer. */
export function openStreamReader(url: string, headers: Record<string, string> = {}): Promise<StreamReader> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      url,
      { headers: { accept: 'text/event-stream', ...headers }, agent: false },
      (response) => {
        const events: Received[] = [];
        const waiting = new Set<() => void>();
        let [resets, rest, body] = [0, '', ''];
        const beats: unknown[] = [];
        let over = false;
        const wake = (): void => {
          for (const look of waiting) look();
        };
        const take = (block: string): void => {
          const name = /^event: (.+)$/m.exec(block)?.[1] ?? '';
          const said = /^data: (.+)$/m.exec(block)?.[1] ?? 'null';
          if (name === 'beat') beats.push(JSON.parse(said));
          if (name === 'reset') resets += 1;
          const id = /^id: (\d+)$/m.exec(block)?.[1];
          if (id === undefined) return;
          const data = JSON.parse(said) as FrameData;
          events.push({ id: Number(id), name, data });
        };
        const isGzip = response.headers['content-encoding'] === 'gzip';
        const decoded = isGzip ? response.pipe(createGunzip()) : response;
        // One that broke off in the middle is told of by `ended`.
        decoded.on('error', () => undefined);
        decoded.setEncoding('utf8');
        decoded.on('data', (text: string) => {
          body += text;
          const blocks = (rest + text).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) take(block);
          wake();
        });
        const ended = new Promise<void>((done) => {
          response.on('error', () => undefined);
          response.on('close', () => {
            over = true;
            wake();
            done();
          });
        });
        const reached = (is: () => boolean, what: string): Promise<void> =>
          new Promise((there, gone) => {
            const look = (): void => {
              if (!is() && !over) return;
              waiting.delete(look);
              if (is()) there();
              else gone(new Error(`the stream ended before ${what}`));
            };
            waiting.add(look);
            look();
          });
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          events,
          get beats() {
            return beats.length;
          },
          beat: async (number) => {
            await reached(() => beats.length >= number, `beat ${number}`);
            return beats[number - 1];
          },
          get resets() {
            return resets;
          },
          get body() {
            return body;
          },
          until: async (count) => {
            await reached(() => events.length >= count, `${events.length} of ${count} events`);
            return events;
          },
          ended,
          pause: () => void response.pause(),
          resume: () => void response.resume(),
          close: () => request.destroy(),
        });
      },
    );
    request.on('error', reject);
  });
}

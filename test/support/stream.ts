import http from 'node:http';
import type { FrameData } from '../../src/live/frames.ts';

export type Received = { id: number | null; name: string; data: FrameData };

export type StreamReader = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Everything with an id, in the order it came. */
  events: Received[];
  /** How many beats came. */
  readonly beats: number;
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
        let [beats, resets, rest, body] = [0, 0, '', ''];
        let over = false;
        const wake = (): void => {
          for (const look of waiting) look();
        };
        const take = (block: string): void => {
          const name = /^event: (.+)$/m.exec(block)?.[1] ?? '';
          if (name === 'beat') beats += 1;
          if (name === 'reset') resets += 1;
          const id = /^id: (\d+)$/m.exec(block)?.[1];
          if (id === undefined) return;
          const data = JSON.parse(/^data: (.+)$/m.exec(block)?.[1] ?? 'null') as FrameData;
          events.push({ id: Number(id), name, data });
        };
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
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
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          events,
          get beats() {
            return beats;
          },
          get resets() {
            return resets;
          },
          get body() {
            return body;
          },
          until: (count) =>
            new Promise((there, gone) => {
              const look = (): void => {
                if (events.length < count && !over) return;
                waiting.delete(look);
                if (events.length >= count) there(events);
                else gone(new Error(`the stream ended after ${events.length} events, ${count} were due`));
              };
              waiting.add(look);
              look();
            }),
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

import http from 'node:http';
import type { DeskEvent } from '../../src/desk/shared/wire.ts';

export type DeskStreamReader = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Everything that was told, in the order it came. */
  events: DeskEvent[];
  /** Resolves with the first event, told already or to come, that fits; rejects when the stream ends before. */
  until<E extends DeskEvent['event']>(
    event: E,
    fits?: (told: Extract<DeskEvent, { event: E }>) => boolean,
  ): Promise<Extract<DeskEvent, { event: E }>>;
  /** Resolves when the server has ended the answer. */
  ended: Promise<void>;
  close(): void;
};

/** Opens the desk's stream as a console's EventSource would; resolves with the head of the answer. */
export function openDeskStream(url: string, cookie: string): Promise<DeskStreamReader> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin', cookie };
    const request = http.get(`${url}/desk/api/live`, { headers, agent: false }, (response) => {
      const events: DeskEvent[] = [];
      const waiting = new Set<() => void>();
      let [rest, over] = ['', false];
      const wake = (): void => {
        for (const look of waiting) look();
      };
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const said = /^data: (.+)$/m.exec(block)?.[1];
          if (said !== undefined) events.push(JSON.parse(said) as DeskEvent);
        }
        wake();
      });
      const ended = new Promise<void>((done) => {
        response.once('close', () => {
          over = true;
          wake();
          done();
        });
      });
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        events,
        until: (event, fits = () => true) =>
          new Promise((found, failed) => {
            const look = (): void => {
              const told = events.find(
                (one): one is Extract<DeskEvent, { event: typeof event }> =>
                  one.event === event && fits(one as Extract<DeskEvent, { event: typeof event }>),
              );
              if (!told && !over) return;
              waiting.delete(look);
              if (told) found(told);
              else failed(new Error(`the stream ended after ${JSON.stringify(events)}`));
            };
            waiting.add(look);
            look();
          }),
        ended,
        close: () => request.destroy(),
      });
    });
    request.once('error', reject);
  });
}

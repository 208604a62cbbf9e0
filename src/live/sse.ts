import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomInt } from 'node:crypto';
import type { Feed } from './feed.ts';
import type { Hub } from './hub.ts';
import { Line } from './line.ts';
import { sendable } from './sendable.ts';

/** What a stream is opened from: a number to resume by, nothing (from now), or something that is no number. */
export type ResumePoint = { type: 'after'; id: number } | { type: 'now' } | { type: 'bad'; given: string };

/**
 * Where a reader resumes: `Last-Event-ID` (WHATWG HTML §9.2.4) beats `?after=`,
 * for an EventSource reconnects to its first address.
 */
export function resumePoint(lastEventId: string | undefined, after: string | undefined): ResumePoint {
  const given = lastEventId ?? after;
  if (given === undefined || (given === '' && after === undefined)) return { type: 'now' };
  return /^\d{1,15}$/.test(given) ? { type: 'after', id: Number(given) } : { type: 'bad', given };
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-encoding',
  connection: 'close',
  // nginx would collect the stream into its buffers.
  'x-accel-buffering': 'no',
};

/** How soon a browser comes back by itself, ms: spread, so that ten thousand do not come at once. */
const RETRY_FROM = 1000;
const RETRY_TO = 5000;
const GREETINGS = Array.from({ length: 64 }, () => sendable(`retry: ${randomInt(RETRY_FROM, RETRY_TO)}\n\n`));

/**
 * Answers a request with a stream's head, through `node:http`; everything after it goes straight to the socket.
 * Null where that cannot be: then the connection is gone. `gzip`: the reader takes it compressed.
 */
export function beginStream(
  request: IncomingMessage,
  response: ServerResponse,
  { gzip = false, headers }: { gzip?: boolean; headers: Record<string, string> },
): Line | null {
  const { socket } = request;
  // Pipelined behind an answer that is not finished, a stream among them: what goes straight to the socket would overtake it.
  if (response.socket !== socket) {
    socket.destroy();
    return null;
  }
  const chunked = request.httpVersionMajor === 1 && request.httpVersionMinor >= 1;
  socket.setNoDelay(true);
  socket.setTimeout(0);
  const coding = !chunked ? 'plain' : gzip ? 'gzip' : 'chunked';
  response.writeHead(200, {
    ...headers,
    ...HEADERS,
    ...(chunked && { 'transfer-encoding': 'chunked' }),
    ...(coding === 'gzip' && { 'content-encoding': 'gzip' }),
  });
  response.flushHeaders();
  return new Line(socket, coding);
}

/**
 * Answers a request with a stream, framed once for all readers.
 * The first beat goes at once: a page whose stream opens without one is behind a proxy that holds it back.
 */
export function openStream(
  hub: Hub,
  key: string,
  feed: Feed,
  at: number,
  request: IncomingMessage,
  response: ServerResponse,
  how: { gzip: boolean; headers: Record<string, string> },
): void {
  const line = beginStream(request, response, how);
  if (!line) return;
  const { socket } = line;
  // The head, the greeting and what was missed go out in one write: ten thousand may come back at once.
  socket.cork();
  setImmediate(() => socket.uncork());
  line.write(GREETINGS[randomInt(GREETINGS.length)]!);
  line.write(hub.beat);
  hub.attach(key, feed, line, at);
}

import type { Socket } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomInt } from 'node:crypto';
import type { Feed } from './feed.ts';
import { chunk } from './frames.ts';
import type { Hub } from './hub.ts';

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
  connection: 'close',
  // nginx would collect the stream into its buffers.
  'x-accel-buffering': 'no',
};

/** How soon a browser comes back by itself, ms: spread, so that ten thousand do not come at once. */
const RETRY_FROM = 1000;
const RETRY_TO = 5000;
const GREETINGS = Array.from({ length: 64 }, () => `retry: ${randomInt(RETRY_FROM, RETRY_TO)}\n\n`);
const GREETING_CHUNKS = GREETINGS.map(chunk);

/** A stream whose head was sent. `chunked`: its body is in chunked coding (HTTP/1.1), else it ends with the connection. */
export type Begun = { socket: Socket; chunked: boolean };

/**
 * Answers a request with a stream's head, through `node:http`; everything after it goes straight to the socket.
 * Null where that cannot be: then the connection is gone.
 */
export function beginStream(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string> = {},
): Begun | null {
  const { socket } = request;
  // Pipelined behind an answer that is not finished, a stream among them: what goes straight to the socket would overtake it.
  if (response.socket !== socket) {
    socket.destroy();
    return null;
  }
  const chunked = request.httpVersionMajor === 1 && request.httpVersionMinor >= 1;
  socket.setNoDelay(true);
  socket.setTimeout(0);
  response.writeHead(200, { ...headers, ...HEADERS, ...(chunked && { 'transfer-encoding': 'chunked' }) });
  response.flushHeaders();
  return { socket, chunked };
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
  headers: Record<string, string> = {},
): void {
  const begun = beginStream(request, response, headers);
  if (!begun) return;
  const { socket, chunked } = begun;
  const greeting = randomInt(GREETINGS.length);
  const { beat } = hub;
  socket.write(
    chunked
      ? Buffer.concat([GREETING_CHUNKS[greeting]!, beat.chunked])
      : `${GREETINGS[greeting]!}${beat.plain}`,
  );
  hub.attach(key, feed, socket, at, chunked);
}

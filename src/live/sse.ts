import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Feed } from './feed.ts';
import type { Hub } from './hub.ts';
import { Line, type LineCoding } from './line.ts';

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

/** What a stream says of itself. */
export const headersIn = (coding: LineCoding): Record<string, string> => ({
  ...HEADERS,
  ...(coding !== 'plain' && { 'transfer-encoding': 'chunked' }),
  ...(coding === 'gzip' && { 'content-encoding': 'gzip' }),
});

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
  socket.cork();
  setImmediate(() => socket.uncork());
  response.writeHead(200, { ...headers, ...headersIn(coding) });
  response.flushHeaders();
  return new Line(socket, coding);
}

/** Opens a stream on a socket that `node:http` never saw: its head, its opening and what was missed go out in one write. */
export function openOn(
  socket: Socket,
  head: Buffer,
  coding: 'chunked' | 'gzip',
  at: { hub: Hub; key: string; feed: Feed; after: number },
): void {
  socket.cork();
  socket.write(head);
  begin(new Line(socket, coding), at);
  socket.uncork();
}

/** Goes on with a stream whose answer's head was sent. */
export function begin(
  line: Line,
  { hub, key, feed, after }: { hub: Hub; key: string; feed: Feed; after: number },
): void {
  line.write(hub.opening());
  hub.attach(key, feed, line, after);
}

import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { PROBLEM_JSON, problemJson, problemOf, statusOf, type WebRefusal } from '../../web/problem.ts';
import type { Leaving } from './member.ts';

/** Who knocks, before they have a socket of ours. */
export type Knock = { request: IncomingMessage; socket: Duplex; head: Buffer };

/** Sockets, in this thread, of those who are being told why they are not let in; more at once are refused bare. */
const TOLD_AT_ONCE = 100;
/** How long whoever is told to go may take to go, ms. */
const GO_WITHIN = 5000;
/** When to knock again, s. */
const RETRY = 5;

/** Turns those away who may not come in. A page's script learns why by the closing alone, so they are let in as far as the door. */
export function turningAway(sockets: WebSocketServer): (knock: Knock, why: Leaving) => void {
  let told = 0;
  return ({ request, socket, head }, { code, reason }) => {
    if (told >= TOLD_AT_ONCE) return refuse(socket, { type: 'streams-full', retryAfter: RETRY });
    told += 1;
    socket.once('close', () => {
      told -= 1;
    });
    return sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => undefined);
      sendOff(opened, { code, reason });
    });
  };
}

/** Asks a console to go; one that does not is hung up on. */
export function sendOff(socket: WebSocket, { code, reason }: Leaving): void {
  socket.resume();
  socket.close(code, reason);
  const late = setTimeout(() => socket.terminate(), GO_WITHIN);
  late.unref();
  socket.once('close', () => clearTimeout(late));
}

/** Answers on a socket that was not upgraded. */
export function refuse(socket: Duplex, refusal: WebRefusal): void {
  const problem = problemOf(refusal);
  const body = problemJson(problem);
  const status = statusOf(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    ...Object.entries(problem.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_JSON, problemJson, problemOf, statusOf, type WebRefusal } from './problem.ts';

/** What the HTTP parser gives up on, before there is a request (node:http `clientError`). */
const REFUSALS: Record<string, WebRefusal> = {
  HPE_HEADER_OVERFLOW: { type: 'headers-too-large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { type: 'body-too-large' },
  ERR_HTTP_REQUEST_TIMEOUT: { type: 'request-timeout' },
};

const GARBLED: WebRefusal = { type: 'malformed-request', detail: 'This is not a well-formed HTTP request.' };

/** Answers on the socket itself and closes it; into an answer that has begun (a stream) nothing is written. */
export function refuseRaw(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const problem = problemOf(REFUSALS[error.code ?? ''] ?? GARBLED);
  const status = statusOf(problem);
  const body = problemJson(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Node keeps the answer it is giving on its socket, under a name of its own. */
function isAnswering(socket: Socket): boolean {
  const answer = Reflect.get(socket, '_httpMessage') as { headersSent: boolean } | null | undefined;
  return answer?.headersSent === true;
}

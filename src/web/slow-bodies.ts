import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { refuseRaw } from './raw-errors.ts';

export type BodyBounds = {
  /** How long a body may take, and how often one that may take longer is looked at, in ms. */
  quick: number;
  /** How long one may take that was granted time, in ms. */
  slow: number;
  /** What must come of such a one between two looks, in bytes a second. */
  floor: number;
};

/** 60 KB in half a minute is less than a phone has at the edge of a cell, and more than is sent to hold places alone. */
export const BODY_BOUNDS: BodyBounds = { quick: 30_000, slow: 300_000, floor: 2000 };

const granted = new WeakSet<IncomingMessage>();

/** Lets the body of this request come slowly: to be granted to those alone who may send it. */
export function grantTime({ raw }: FastifyRequest): void {
  granted.add(raw);
}

/** Has whoever is too slow with a body told so (408) and hung up on; also one who was answered and goes on sending. */
export function boundBodies(server: Server, bounds: BodyBounds): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { headers, socket } = request;
    // RFC 9112 §6.3: without either there is no body.
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    let left = Math.floor(bounds.slow / bounds.quick);
    let had = socket.bytesRead;
    const timer = setInterval(() => {
      if (request.complete) return clearInterval(timer);
      left -= 1;
      const came = socket.bytesRead - had;
      had += came;
      const isWaitedFor = granted.has(request) && !response.writableEnded;
      if (isWaitedFor && left > 0 && came >= (bounds.floor * bounds.quick) / 1000) return undefined;
      clearInterval(timer);
      return refuseRaw(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    }, bounds.quick);
    timer.unref();
    request.once('close', () => clearInterval(timer));
  });
}

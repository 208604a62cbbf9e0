import { randomBytes } from 'node:crypto';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { securityHeaders } from './headers.ts';
import { takeJsonBodies } from './json-bodies.ts';
import { knownRoutes } from './known-routes.ts';
import { MalformedRequest } from './malformed-request.ts';
import { problemOfError } from './problem-of-error.ts';
import { broken, PROBLEM_JSON, problemJson, problemOf, statusOf, type Problem } from './problem.ts';
import { refuseRaw } from './raw-errors.ts';
import { BODY_BOUNDS, boundBodies, type BodyBounds } from './slow-bodies.ts';

export type ServerOptions = {
  /** What the site is known by, `https://news.example.org`. */
  baseUrl: string;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  /** Bytes of a request's body. */
  maxBody: number;
  /** How long bodies may take; left out, what honest clients need. */
  bodies?: BodyBounds;
  /** How long a connection may neither say anything nor take anything it is told, ms; left out, what honest clients need. */
  stalled?: number;
  log?: FastifyBaseLogger;
  /** Answers with a page that tells the problem: who asks for one, outside the API, gets it. */
  problemPage?: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
};

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a problem: as a page where one was asked for, else as problem details. */
    problem(problem: Problem): FastifyReply;
  }
}

/**
 * Connections that may wait to be taken, where the system allows as many: of ten thousand who come at once whoever finds the
 * queue full is heard a second later, or three.
 */
export const BACKLOG = 16_384;

/** Bounds that no honest client meets: times in ms, sizes in bytes or characters. */
const BOUNDS = {
  headers: 20_000,
  stalled: 300_000,
  checkEvery: 5000,
  headerBytes: 16_384,
  url: 8192,
  parameter: 1000,
};

/** The HTTP server that every room registers its routes with. It knows no story. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { log, maxBody, trustedProxies, bodies = BODY_BOUNDS, stalled = BOUNDS.stalled } = options;
  const headers = securityHeaders(options.baseUrl);
  const answer = answerer(options);
  const server: FastifyInstance = Fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    // Its lines carry the reader's address; `tell` says what may be said.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBody,
    // Who never takes an answer would hold it for ever. Streams have a pace of their own (`live/sse.ts`).
    connectionTimeout: stalled,
    // Behind what `boundBodies` holds each request to.
    requestTimeout: bodies.slow + BOUNDS.headers,
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    routerOptions: { maxParamLength: BOUNDS.parameter },
    http: {
      maxHeaderSize: BOUNDS.headerBytes,
      headersTimeout: BOUNDS.headers,
      connectionsCheckingInterval: BOUNDS.checkEvery,
      // Told in words by `askWell`; node's own refusal is bare.
      requireHostHeader: false,
    },
    clientErrorHandler: refuseRaw,
    frameworkErrors: (error, request, reply) => {
      void answer(request, reply.headers(headers), problemFor(error, request.log));
    },
  });
  const methodsOf = knownRoutes(server);
  takeJsonBodies(server);
  boundBodies(server.server, bodies);
  server.decorateRequest('keep', null);
  server.decorateReply('problem', function problem(this: FastifyReply, told: Problem) {
    return answer(this.request, this, told);
  });
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    askWell(request);
  });
  server.addHook('onResponse', async (request, reply) => tell(request, reply));
  server.setErrorHandler((error, request, reply) => answer(request, reply, problemFor(error, request.log)));
  server.setNotFoundHandler((request, reply) => {
    const allow = methodsOf(pathOf(request));
    return answer(
      request,
      reply,
      problemOf(allow.length > 0 ? { type: 'method-not-allowed', allow } : { type: 'not-found' }),
    );
  });
  return server;
}

/** What every request must be, whatever it asks for. */
function askWell({ raw }: FastifyRequest): void {
  if ((raw.url ?? '').length > BOUNDS.url) throw new MalformedRequest({ type: 'address-too-long' });
  if (raw.httpVersion === '1.1' && raw.headers.host === undefined) {
    throw MalformedRequest.because('An HTTP/1.1 request names its Host (RFC 9112 §3.2).');
  }
}

function problemFor(error: unknown, log: FastifyBaseLogger): Problem {
  const problem = problemOfError(error);
  if (problem) return problem;
  const reference = randomBytes(5).toString('hex');
  log.error({ err: error, reference }, 'a request broke');
  return broken(reference);
}

function answerer({ problemPage }: ServerOptions) {
  return (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
    if (!problemPage || !wantsPage(request)) return details(reply, problem);
    problemPage(problem, request, reply).catch((error: unknown) => {
      request.log.error({ err: error }, 'the page that tells a problem broke');
      return details(reply, problem);
    });
    return reply;
  };
}

function details(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(statusOf(problem))
    .headers({ 'cache-control': 'no-store', vary: 'accept', ...problem.headers })
    .type(PROBLEM_JSON)
    .send(problemJson(problem));
}

function wantsPage(request: FastifyRequest): boolean {
  return !pathOf(request).startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

const pathOf = ({ raw }: FastifyRequest): string => (raw.url ?? '').split('?', 1)[0] ?? '';

/** One line a request: no address of the reader, no query, no header. Reading is told at `debug` alone. */
function tell(request: FastifyRequest, reply: FastifyReply): void {
  const line = {
    method: request.method,
    path: pathOf(request),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  };
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading || reply.statusCode === 404) request.log.debug(line, 'answered');
  else request.log.info(line, 'answered');
}

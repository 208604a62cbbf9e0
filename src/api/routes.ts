import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST } from '../commands/fields.ts';
import type { Refusal } from '../domain/errors.ts';
import { readIfMatch } from '../web/etag.ts';
import { MalformedRequest } from '../web/malformed-request.ts';
import { takePictureBodies } from '../web/picture-bodies.ts';
import type { PictureGate } from '../web/picture-gate.ts';
import { problemOf, type WebRefusal } from '../web/problem.ts';
import { grantTime } from '../web/slow-bodies.ts';
import { tokenReader, type Bearer } from '../web/tokens.ts';
import { validatorCompiler } from '../web/validator.ts';
import { whyNot, whyNotBody } from './authorise.ts';
import type { Deps, Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { Once, readAttempt } from './once.ts';
import { describeEndpoint, openApiOptions } from './openapi.ts';
import { referenceRoutes } from './reference/routes.ts';
import type { Reply } from './reply.ts';
import { RIGHTS } from './rights.ts';

export type { Deps } from './endpoint.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, on the API's endpoints. */
    bearer: Bearer | null;
  }
}

/** Bytes of a field beside a picture: four for each character of the longest. */
const FORM_FIELD = LONGEST.caption * 4;

/** How often answers that no retry can ask for are forgotten, ms. */
const FORGET_EVERY = 60 * 60 * 1000;

/** `pictures`: shared with the desk. */
export type ApiRoutesDeps = Deps & { pictures: PictureGate };

/** The public API v1, to be registered under `/api/v1`. */
export function apiRoutes({ pictures, ...deps }: ApiRoutesDeps): FastifyPluginAsync {
  const { storage, clock } = deps.newsroom;
  return async (server) => {
    const once = new Once(deps.newsroom);
    const onFault = (error: unknown) => server.log.warn({ err: error }, 'the API could not keep its books');
    const bearerOf = tokenReader(storage.tokens, () => clock.now(), onFault);
    server.setValidatorCompiler(validatorCompiler);
    server.setSerializerCompiler(() => JSON.stringify);
    server.decorateRequest('bearer', null);
    await server.register(swagger, openApiOptions);
    const doors = { once, bearerOf };
    const [ofPictures, ofJson] = [
      endpoints.filter(takesPicture),
      endpoints.filter((one) => !takesPicture(one)),
    ];
    for (const endpoint of ofJson) register(server, deps, endpoint, doors);
    await server.register(async (scope) => {
      await takePictureBodies(scope, { picture: deps.maxPicture, field: FORM_FIELD });
      for (const endpoint of ofPictures) register(scope, deps, endpoint, { ...doors, pictures });
    });
    await server.register(referenceRoutes(deps.baseUrl));
    forgetHourly(server, once, onFault);
  };
}

const takesPicture = ({ takes }: Endpoint): boolean => takes === 'picture';

type Doors = { once: Once; bearerOf: ReturnType<typeof tokenReader>; pictures?: PictureGate };

function register(
  server: FastifyInstance,
  deps: Deps,
  endpoint: Endpoint,
  { once, bearerOf, pictures }: Doors,
): void {
  const right = RIGHTS[endpoint.at];
  const [method = '', url = ''] = endpoint.at.split(' ');
  server.route({
    method,
    url,
    schema: describeEndpoint(endpoint),
    onRequest: async (request, reply) => {
      const bearer = await bearerOf(request.headers.authorization);
      if ('type' in bearer) return refuse(reply, bearer);
      const refusal = await whyNot(deps.newsroom.storage, bearer, right, request.params as object);
      if (refusal) return refuse(reply, refusal);
      request.bearer = bearer;
      if (!pictures) return undefined;
      if (!pictures.admits(request, reply, bearer.id)) return refuse(reply, { type: 'pictures-busy' });
      grantTime(request);
      return undefined;
    },
    preValidation: async (request) => {
      if (endpoint.body || request.body === undefined) return;
      throw MalformedRequest.because('This endpoint takes no body.');
    },
    handler: async (request, reply) => {
      const outcome = await answer(deps, endpoint, request, once);
      return outcome.type === 'reply' ? send(reply, outcome) : reply.problem(problemOf(outcome));
    },
  });
}

const refuse = (reply: FastifyReply, refused: Refusal | WebRefusal): FastifyReply =>
  reply.header('cache-control', 'no-store').problem(problemOf(refused));

async function answer(deps: Deps, endpoint: Endpoint, request: FastifyRequest, once: Once) {
  const { params, query, body, bearer, headers } = request;
  if (!bearer) throw new Error('an endpoint was reached without a token');
  const refusal = whyNotBody(bearer, RIGHTS[endpoint.at], body);
  if (refusal) return refusal;
  const expected = endpoint.guarded ? readIfMatch(headers['if-match']) : null;
  const picture = request.picture ?? null;
  const call = { ...deps, params, query, body, picture, expected, actor: `token ${bearer.id}` };
  const attempt = endpoint.once ? readAttempt(request, bearer.id) : null;
  return attempt
    ? once.answer(attempt, (kept) => endpoint.answer({ ...call, kept }))
    : endpoint.answer({ ...call, kept: null });
}

function send(reply: FastifyReply, { status, headers, text }: Reply): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .send(text);
}

function forgetHourly(server: FastifyInstance, once: Once, onFault: (error: unknown) => void): void {
  const timer = setInterval(() => {
    once.forget().catch(onFault);
  }, FORGET_EVERY);
  timer.unref();
  server.addHook('onClose', async () => clearInterval(timer));
}

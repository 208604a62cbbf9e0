import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST } from '../../commands/fields.ts';
import type { Person } from '../../domain/desk/people.ts';
import { MalformedRequest } from '../../web/malformed-request.ts';
import { takePictureBodies } from '../../web/picture-bodies.ts';
import type { PictureGate } from '../../web/picture-gate.ts';
import { problemOf } from '../../web/problem.ts';
import { requestGate, type RequestGate } from '../../web/request-gate.ts';
import { sameOrigin } from '../../web/same-origin.ts';
import { grantTime } from '../../web/slow-bodies.ts';
import { validatorCompiler } from '../../web/validator.ts';
import { authorise, NOTHING, type GrantOf } from './authorise.ts';
import type { DeskDeps, DeskEndpoint, DeskRefusal, Named } from './endpoint.ts';
import { AS } from '../shared/wire.ts';
import { namingMover } from './refused.ts';
import { DESK_ENDPOINT_RIGHTS, type DeskRight } from './rights.ts';
import type { Session, SessionReader } from './session.ts';

export type DeskApiDeps = DeskDeps & {
  pictures: PictureGate;
  sessionOf: SessionReader;
  grantOf: GrantOf;
  endpoints: DeskEndpoint[];
};

/** Bytes of a field beside a picture: four for each character of the longest. */
const FORM_FIELD = LONGEST.caption * 4;

/** Changes that one person may have under way at once: a browser sends six (HTTP/1.1). */
const CHANGES_AT_ONCE = 8;

type Allowed = { session: Session | null; named: Named };

/** Each bounds what comes at once; pictures, which take long, have one of their own. */
type Gates = { changes?: RequestGate; pictures?: PictureGate };

const takesPicture = ({ takes }: DeskEndpoint): boolean => takes === 'picture';

const allowed = new WeakMap<FastifyRequest, Allowed>();

/** What the console asks, to be registered under `/desk/api`. */
export function deskApi(deps: DeskApiDeps): FastifyPluginAsync {
  return async (server) => {
    server.setValidatorCompiler(validatorCompiler);
    server.setSerializerCompiler(() => JSON.stringify);
    const changes = requestGate(CHANGES_AT_ONCE);
    for (const endpoint of deps.endpoints.filter((one) => !takesPicture(one)))
      register(server, deps, endpoint, { changes });
    await server.register(async (scope) => {
      await takePictureBodies(scope, { picture: deps.maxPicture, field: FORM_FIELD });
      for (const endpoint of deps.endpoints.filter(takesPicture))
        register(scope, deps, endpoint, { pictures: deps.pictures });
    });
  };
}

function register(
  server: FastifyInstance,
  deps: DeskApiDeps,
  endpoint: DeskEndpoint,
  { changes, pictures }: Gates,
): void {
  const right: DeskRight = DESK_ENDPOINT_RIGHTS[endpoint.at];
  const [method = '', url = ''] = endpoint.at.split(' ');
  const { params, query, body, maxBody } = endpoint;
  server.route({
    ...(maxBody !== undefined && { bodyLimit: maxBody }),
    method,
    url,
    exposeHeadRoute: !endpoint.streams,
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
    },
    onRequest: async (request, reply) => {
      const outcome = await enter(deps, right, request);
      if (outcome.type !== 'entered') return refuse(reply, outcome);
      allowed.set(request, outcome);
      const personId = outcome.session?.person.id ?? '';
      if (pictures && !pictures.admits(request, reply, personId))
        return refuse(reply, { type: 'pictures-busy' });
      if (pictures) grantTime(request);
      const isChange = request.method !== 'GET' && request.method !== 'HEAD' && personId !== '';
      if (changes && isChange && !changes.admits(reply, personId)) return refuse(reply, { type: 'busy' });
      return undefined;
    },
    preValidation: async (request) => {
      if (body || endpoint.takes || request.body === undefined || request.body === null) return;
      throw MalformedRequest.because('This endpoint takes no body.');
    },
    preHandler: async (request, reply) => {
      if (request.body === undefined || request.body === null) return undefined;
      // A body may be minutes on its way: what was taken from its sender meanwhile is taken.
      const outcome = await enter(deps, right, request);
      if (outcome.type !== 'entered') return refuse(reply, outcome);
      allowed.set(request, outcome);
      return undefined;
    },
    handler: (request, reply) => answer(deps, endpoint, request, reply),
  });
}

const refuse = (reply: FastifyReply, refused: DeskRefusal): FastifyReply =>
  reply.header('cache-control', 'no-store').problem(problemOf(refused));

/** Unsafe methods come from our own pages; whoever asks is signed in and may. */
async function enter(
  deps: DeskApiDeps,
  right: DeskRight,
  request: FastifyRequest,
): Promise<({ type: 'entered' } & Allowed) | DeskRefusal> {
  if (!sameOrigin(request, deps.baseUrl())) return { type: 'foreign-origin' };
  const session = await deps.sessionOf(request);
  // What was filed by one person on a device goes out under no other's name, whoever signs in there meanwhile.
  const as = request.headers[AS];
  if (as !== undefined && as !== session?.person.id) return { type: 'signed-out' };
  if (right.may === 'anyone') return { type: 'entered', session, named: NOTHING };
  if (!session) return { type: 'signed-out' };
  const named = await authorise(
    deps.newsroom.storage,
    deps.grantOf,
    session.person,
    right,
    request.params as object,
  );
  return 'type' in named ? named : { type: 'entered', session, named };
}

async function answer(
  deps: DeskApiDeps,
  endpoint: DeskEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const entered = allowed.get(request);
  if (!entered) throw new Error('an endpoint of the desk was reached without being let in');
  const { session, named } = entered;
  const { params, query, body } = request;
  const outcome = await endpoint.answer({
    newsroom: deps.newsroom,
    library: deps.library,
    maxPicture: deps.maxPicture,
    baseUrl: deps.baseUrl,
    signIn: deps.signIn,
    ...named,
    params,
    query,
    body,
    session,
    // Only an endpoint for anyone is reached without a person, and has no use for one.
    person: session?.person as Person,
    actor: session ? `person ${session.person.id}` : 'nobody',
    request,
    reply,
  });
  if (outcome.type === 'raw') return reply;
  void reply.header('cache-control', 'no-store');
  // Whose answer it is: a service worker keeps it for nobody else.
  if (session) void reply.header(AS, session.person.id);
  if (outcome.type !== 'reply')
    return reply.problem(problemOf(await namingMover(deps.newsroom.storage, outcome)));
  const text = JSON.stringify(outcome.body) as string | undefined;
  const type = text === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  return reply
    .code(outcome.status)
    .headers({ ...type, ...outcome.headers })
    .send(text);
}

import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { Type, type TSchema } from 'typebox';
import { documentSchemas } from '../domain/document.ts';
import { PROBLEM_TYPES, type ProblemName } from '../web/problem-types.ts';
import type { Endpoint } from './endpoint.ts';
import { INTRODUCTION } from './introduction.ts';
import { RIGHTS } from './rights.ts';
import { problem, wholeStory } from './schemas/answers.ts';

const SCHEMAS: Record<string, object> = { problem, ...documentSchemas() };

const PROBLEM = { $ref: '#/components/schemas/problem' };

/** The OpenAPI 3.1 around the endpoints; they are added from the very schemas they are checked with. */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  convertConstToEnum: false,
  openapi: {
    openapi: '3.1.0',
    info: { title: 'Writethru API', version: '1', description: INTRODUCTION.trim() },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of `writethru token create`.' },
      },
      // The plugin's types know OpenAPI 3.0 alone, where schemas are another language.
      schemas: SCHEMAS as Record<string, never>,
    },
    security: [{ token: [] }],
    paths: { '/stories/{slug}.json': wholeStoryPath() },
  },
};

/** What an endpoint is checked with and told by. */
export function describeEndpoint(endpoint: Endpoint): FastifySchema {
  const { at, summary, params, query, body } = endpoint;
  return {
    summary,
    description: describe(endpoint),
    operationId: operationIdOf(at),
    tags: [at.split('/')[1] ?? ''],
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(endpoint.takes === 'picture' && { consumes: ['multipart/form-data'] }),
    ...headersOf(endpoint),
    response: { ...success(endpoint), ...problems(endpoint) },
  };
}

function describe({ at, description }: Endpoint): string {
  const { scope, of } = RIGHTS[at];
  const whose = of === 'site' ? ', not one for a single story' : '';
  return [description, `Needs a token of scope *${scope}*${whose}.`].filter(Boolean).join(' ');
}

/** `PUT /updates/:id/pin` → `put-updates-id-pin`. */
const operationIdOf = (at: string): string => at.toLowerCase().replace(/[^a-z]+/g, '-');

function headersOf({ guarded, once }: Endpoint): { headers?: TSchema } {
  if (!guarded && !once) return {};
  return {
    headers: Type.Object({
      ...(guarded && {
        'If-Match': Type.Optional(
          Type.String({ description: 'The version it was decided on, such as `"3"`.' }),
        ),
      }),
      ...(once && {
        'Idempotency-Key': Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: 200,
            description: 'Makes it safe to send again for 24 hours.',
          }),
        ),
      }),
    }),
  };
}

function success({ success: { status, schema, description } }: Endpoint): Record<number, object> {
  const etag = { type: 'string', description: 'The version of what the answer is about.' };
  const location = { type: 'string', description: 'Its page, for readers.' };
  const properties = (schema as { properties?: object }).properties ?? {};
  const headers = {
    ...('version' in properties && { ETag: etag }),
    ...(status === 201 && { Location: location }),
  };
  return { [status]: { ...schema, description, ...(Object.keys(headers).length > 0 && { headers }) } };
}

const ALWAYS: ProblemName[] = [
  'malformed-request',
  'token-needed',
  'forbidden',
  'broken',
  'storage-unavailable',
];
const WITH_BODY: ProblemName[] = ['request-timeout', 'body-too-large', 'unsupported-media-type'];
const WITH_KEY: ProblemName[] = ['request-in-flight', 'key-reused'];

/** Every 503 says when to come again. */
const RETRY_AFTER = { 'Retry-After': { type: 'integer', minimum: 0, description: 'In seconds.' } };

/** By status: several kinds of problem may share one. */
function problems({ refuses, body, once }: Endpoint): Record<string, object> {
  const names = [...ALWAYS, ...refuses, ...(body ? WITH_BODY : []), ...(once ? WITH_KEY : [])];
  const byStatus = Object.groupBy(names, (name) => PROBLEM_TYPES[name].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, kinds]) => {
      const description = kinds.map((name) => `\`${name}\`: ${PROBLEM_TYPES[name].title}.`).join(' ');
      const content = { 'application/problem+json': { schema: PROBLEM } };
      return [status, { description, content, ...(status === '503' && { headers: RETRY_AFTER }) }];
    }),
  );
}

/** It is no endpoint of the API, but what most want of it. */
function wholeStoryPath(): object {
  const description = 'Public: it needs no token. Its ETag changes with every event; ask with If-None-Match.';
  return {
    get: {
      operationId: 'whole-story',
      summary: 'Read a whole story',
      description,
      tags: ['stories'],
      security: [],
      parameters: [{ in: 'path', name: 'slug', required: true, schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'The story and all its updates.',
          content: { 'application/json': { schema: wholeStory } },
        },
        301: { description: 'The story has another address now.' },
        304: { description: 'Nothing happened since.' },
        404: {
          description: '`unknown-story`: No such story.',
          content: { 'application/problem+json': { schema: PROBLEM } },
        },
      },
    },
  };
}

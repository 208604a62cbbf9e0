import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Html } from '../../render/html.ts';
import { OF_THE_VERSION } from '../../web/serving/caching.ts';
import { problemsPage, referencePage } from './page.ts';
import type { Spec } from './spec.ts';

const CSS = readFileSync(new URL('reference.css', import.meta.url), 'utf8');

const CACHING = { 'cache-control': OF_THE_VERSION };
const HIDDEN = { schema: { hide: true } };

/** The API told: as data, and as pages made from the data. They need no token. */
export function referenceRoutes(baseUrl: () => string): FastifyPluginAsync {
  return async (server) => {
    const spec = () => server.swagger() as unknown as Spec;
    let reference: Html | undefined;

    server.get('/openapi.json', HIDDEN, async (_, reply) =>
      reply
        .headers(CACHING)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ ...spec(), servers: [{ url: baseUrl() }] })),
    );
    server.get('/', HIDDEN, async (_, reply) => sendPage(reply, (reference ??= referencePage(spec()))));
    server.get('/problems', HIDDEN, async (_, reply) => sendPage(reply, problemsPage()));
    server.get('/reference.css', HIDDEN, async (_, reply) =>
      reply.headers(CACHING).type('text/css; charset=utf-8').send(CSS),
    );
  };
}

function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.headers(CACHING).type('text/html; charset=utf-8').send(page.toString());
}

import Fastify, { type FastifyInstance } from 'fastify';

/** The HTTP server that every room registers its routes with. It knows no story. */
export function createServer(): FastifyInstance {
  return Fastify({ logger: false });
}

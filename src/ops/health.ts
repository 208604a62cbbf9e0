import type { FastifyPluginAsync } from 'fastify';
import type { Storage } from '../storage/storage.ts';
import { METRICS_TYPE } from './metrics.ts';

export type Readiness = { stopping: boolean };

type Deps = { storage: Storage; readiness: Readiness; metrics: () => Promise<string> };

/** `/healthz`: the process answers. `/readyz`: it should be sent readers. `/metrics`: what it counts. */
export function healthRoutes({ storage, readiness, metrics }: Deps): FastifyPluginAsync {
  return async (server) => {
    server.get('/healthz', async (_, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'ok' }),
    );
    server.get('/readyz', async (_, reply) => {
      void reply.header('cache-control', 'no-store');
      if (readiness.stopping) return reply.code(503).send({ status: 'stopping' });
      try {
        await storage.position();
        return reply.send({ status: 'ready' });
      } catch {
        return reply.code(503).send({ status: 'storage-unavailable' });
      }
    });
    server.get('/metrics', async (_, reply) =>
      reply
        .header('cache-control', 'no-store')
        .type(METRICS_TYPE)
        .send(await metrics()),
    );
  };
}

import type { FastifyInstance } from 'fastify';
import { FORMS, type PurgeForm } from './forms.ts';
import { standingAt } from './keys.ts';

/** How long a cache that is told may go on with what it holds where it cannot reach us, s. */
const WITHOUT_US = 300;

/** What may be held: whole, as one that is held already, or a former address. */
const HELD = new Set([200, 301, 304]);

/**
 * Says on each public answer under which keys it stands, and how long the cache that is told of changes may hold it, s.
 * Said before an answer is made, so that whoever keeps it keeps this with it; taken back from what is no good answer.
 */
export function answersForCache(server: FastifyInstance, as: PurgeForm, hold: number): void {
  const { keys: written, hold: holding } = FORMS[as];
  const held = `max-age=${hold}, stale-if-error=${WITHOUT_US}`;
  server.addHook('preHandler', async (request, reply) => {
    const standing = standingAt(request.routeOptions.url ?? '', request.params as Record<string, string>);
    if (!standing) return;
    void reply.header(written.header, standing.keys.join(written.between));
    if (standing.held) void reply.header(holding, held);
  });
  server.addHook('onSend', async (_, reply) => {
    const { statusCode } = reply;
    // What may not be held at all: the last that is known of a page while the database is away, a way on that changes.
    const asksEachTime = /no-(cache|store)/.test(String(reply.getHeader('cache-control')));
    if (asksEachTime || !HELD.has(statusCode)) void reply.removeHeader(holding);
    if (statusCode >= 400) void reply.removeHeader(written.header);
  });
}

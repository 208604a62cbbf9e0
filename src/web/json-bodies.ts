import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJson } from './json.ts';
import { MalformedRequest } from './malformed-request.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** SHA-256 of the body's bytes; empty where there was none. */
    bodyDigest: string;
  }
}

/** Bodies are JSON and nothing else (415). An empty one is none. */
export function takeJsonBodies(server: FastifyInstance): void {
  server.decorateRequest('bodyDigest', '');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!/^[^;]*(;\s*charset="?utf-?8"?\s*)?;?\s*$/i.test(request.headers['content-type'] ?? '')) {
        throw new MalformedRequest({ type: 'unsupported-media-type' });
      }
      if (body.length === 0) return undefined;
      request.bodyDigest = createHash('sha256').update(body).digest('hex');
      const read = readJson(body);
      if (read.type === 'json') return read.value;
      const { pointer, detail } = read;
      throw MalformedRequest.at([{ pointer, detail }]);
    },
  );
}

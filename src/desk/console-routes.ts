import fs from 'node:fs';
import path from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { finish, finishPacked, type Finished } from '../web/serving/finished.ts';
import { send } from '../web/serving/send.ts';

/** Named by their content, so what they name never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * The desk's policy: nothing from elsewhere, no script or style but its own files, no words that become markup
 * but what ProseMirror reads from a clipboard; one worker. Pictures may be the browser's own (`blob:`) before they are sent in.
 */
export const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard writethru writethru-worker',
].join('; ');

const NOT_BUILT =
  'The desk is not built yet: stop the server, and start it with npm start or bin/writethru start.\n';

/** The console: its one page at every address under `/desk` that is no file of its own, and its files. Read once a thread. */
export function consoleRoutes(folder: string): FastifyPluginAsync {
  return async (server) => {
    const files = readFiles(folder);
    for (const [name, finished] of files) {
      if (name === 'index.html') continue;
      const caching = name.startsWith('assets/') ? FOR_EVER : 'no-cache';
      server.get(`/${name}`, (request, reply) => {
        // It stands for the desk's own address too, which has no slash behind it (Service Workers, §6.2).
        if (name === 'sw.js') void reply.header('service-worker-allowed', '/desk');
        return send(request, reply, finished, { caching });
      });
    }
    // Of a build before this one, or of an API before or after it: the page in its place would be taken for what was asked.
    for (const at of ['/assets/*', '/api/*']) server.get(at, (_, reply) => reply.callNotFound());
    const page = files.get('index.html');
    for (const at of ['/', '/*']) {
      server.get(at, (request, reply) => {
        if (!page)
          return reply
            .code(503)
            .header('retry-after', '60')
            .type('text/plain; charset=utf-8')
            .send(NOT_BUILT);
        void reply.header('content-security-policy', CONSOLE_POLICY);
        return send(request, reply, page, { caching: 'no-cache' });
      });
    }
  };
}

function readFiles(folder: string): Map<string, Finished> {
  if (!fs.existsSync(folder)) return new Map();
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(folder, file).split(path.sep).join('/');
        return [name, readFile(file)] as const;
      }),
  );
}

function readFile(file: string): Finished {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  if (type === 'image/png') return finishPacked(type, fs.readFileSync(file));
  return finish(type, fs.readFileSync(file, 'utf8'), { best: true });
}

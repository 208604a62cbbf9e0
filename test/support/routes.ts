import type { FastifyInstance } from 'fastify';

/** Every address that a server answers GET at, its parameters by name: `/stories/:slug/live`. */
export function getRoutes(server: FastifyInstance): string[] {
  const path: string[] = [];
  const found: string[] = [];
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const read = /^((?:[│ ]   )*)[├└]── (\S*)(?: \((.*)\))?$/u.exec(line);
    if (!read) continue;
    const [, indent = '', piece = '', methods = ''] = read;
    path.length = indent.length / 4;
    path.push(piece);
    if (methods.split(', ').includes('GET')) found.push(path.join(''));
  }
  return found;
}

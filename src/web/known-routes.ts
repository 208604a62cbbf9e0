import type { FastifyInstance } from 'fastify';

/** Remembers every route that is registered from now on; gives the methods a path takes, none where nothing is there. */
export function knownRoutes(server: FastifyInstance): (path: string) => string[] {
  const methods = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const name of [method].flat()) known.methods.add(name);
    methods.set(url, known);
  });
  return (path) => {
    const matching = [...methods.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(matching.flatMap((route) => [...route.methods]))].toSorted();
  };
}

/** `/stories/:slug.json` → everything it could match. */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/:\w+/g, '[^/]+')
    .replace(String.raw`\*`, '.*');
  return new RegExp(`^${source}$`);
}

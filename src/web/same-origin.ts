import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something comes from our own pages: by `Sec-Fetch-Site` (Fetch Metadata) where the
 * browser says it, else by `Origin` (RFC 6454 §7). One that says neither is no browser's, and has no business with a cookie.
 */
export function sameOrigin({ method, headers }: FastifyRequest, baseUrl: string): boolean {
  if (SAFE.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return isOurs(headers.origin, baseUrl);
}

/** Whether an `Origin` is the site's own: for what browsers send without asking, such as the opening of a WebSocket. */
export function isOurs(origin: string | undefined, baseUrl: string): boolean {
  return origin !== undefined && origin === new URL(baseUrl).origin;
}

import type { Scope } from '../domain/token.ts';

/**
 * What a token must be to use an endpoint. A token for one story reaches the endpoints of that story (`story`) and
 * nothing that is of the whole site (`site`).
 */
export type Right = {
  scope: Scope;
  of: 'story' | 'site';
  /** Fields that reach beyond the story: into another one's log and page. */
  beyond?: readonly string[];
};

/** Who may do what: every endpoint has its line here, and is registered, told and tested by it. */
export const RIGHTS = {
  'GET /stories': { scope: 'read', of: 'site' },
  'POST /stories': { scope: 'write', of: 'site' },
  'GET /stories/:slug': { scope: 'read', of: 'story' },
  'PATCH /stories/:slug': { scope: 'write', of: 'story', beyond: ['translationOf'] },
  'POST /stories/:slug/corrections': { scope: 'write', of: 'story' },
  'GET /stories/:slug/updates': { scope: 'read', of: 'story' },
  'POST /stories/:slug/updates': { scope: 'write', of: 'story' },
  'GET /updates/:id': { scope: 'read', of: 'story' },
  'PATCH /updates/:id': { scope: 'write', of: 'story' },
  'POST /updates/:id/corrections': { scope: 'write', of: 'story' },
  'POST /updates/:id/retraction': { scope: 'write', of: 'story' },
  'PUT /updates/:id/pin': { scope: 'write', of: 'story' },
  'DELETE /updates/:id/pin': { scope: 'write', of: 'story' },
  'POST /media': { scope: 'write', of: 'site' },
  'GET /media': { scope: 'read', of: 'site' },
  'GET /media/:id': { scope: 'read', of: 'site' },
  'PATCH /media/:id': { scope: 'write', of: 'site' },
  'GET /authors/:slug': { scope: 'read', of: 'site' },
  'PUT /authors/:slug': { scope: 'write', of: 'site' },
  'GET /site': { scope: 'read', of: 'site' },
  'PATCH /site': { scope: 'admin', of: 'site' },
  'GET /pages': { scope: 'read', of: 'site' },
  'GET /pages/:slug': { scope: 'read', of: 'site' },
  'PUT /pages/:slug': { scope: 'write', of: 'site' },
  'DELETE /pages/:slug': { scope: 'write', of: 'site' },
  'GET /clock': { scope: 'admin', of: 'site' },
  'PUT /clock': { scope: 'admin', of: 'site' },
} as const satisfies Record<string, Right>;

export type EndpointName = keyof typeof RIGHTS;

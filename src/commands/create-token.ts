import type { Refusal } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import { newTokenSecret, tokenHash, type Scope } from '../domain/token.ts';
import type { Token } from '../storage/stores.ts';
import { Fields, LONGEST } from './fields.ts';
import { peopleActivity } from './people/activity.ts';
import { refusalOf } from './people/refusal.ts';
import type { Actor, Newsroom } from './perform.ts';

export type TokenInput = {
  /** What the token is for, as its list shows it. */
  name: string;
  scope: Scope;
  /** The one story it is good for, by its slug or id; without it, for all. */
  story?: string | { id: string } | null;
};

export type Created = { type: 'created'; id: string; secret: string; token: Token };

/** Makes a token. Its secret leaves here once and is kept nowhere: storage holds the SHA-256. */
export async function createToken(
  { storage, clock }: Newsroom,
  { name, scope, story = null }: TokenInput,
  actor: Actor = 'cli',
): Promise<Created | Refusal> {
  const fields = new Fields();
  const label = fields.line('/name', name, LONGEST.name);
  if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
  const where = typeof story === 'string' ? { slug: story } : story;
  const found = where && (await storage.findStory(where));
  if (where && !found) return { type: 'unknown-story', slug: 'slug' in where ? where.slug : where.id };
  const secret = newTokenSecret();
  const createdAt = await clock.fresh();
  const token: Token = {
    id: newId(createdAt),
    name: label,
    scope,
    storyId: found?.story.id ?? null,
    hash: tokenHash(secret),
    createdAt,
    lastUsedAt: null,
    revokedAt: null,
  };
  const told = peopleActivity(createdAt, actor, 'token-made', `token ${token.id}`, {
    ...(token.storyId !== null && { storyId: token.storyId }),
    detail: { name: label, scope },
  });
  await storage.people.change({ writes: [{ write: 'token', token }], activity: [told] });
  return { type: 'created', id: token.id, secret, token };
}

/** Takes a token out of force, at once and for good. */
export async function revokeToken(
  { storage, clock }: Newsroom,
  id: string,
  actor: Actor,
): Promise<{ type: 'revoked' } | Refusal> {
  const at = await clock.fresh();
  const told = peopleActivity(at, actor, 'token-revoked', `token ${id}`);
  const done = await storage.people.change({ writes: [{ write: 'token-gone', id, at }], activity: [told] });
  return done.type === 'changed' ? { type: 'revoked' } : refusalOf(done.why);
}

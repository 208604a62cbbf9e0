import type { Refusal } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import { newTokenSecret, tokenHash, type Scope } from '../domain/token.ts';
import { Fields, LONGEST } from './fields.ts';
import type { Newsroom } from './perform.ts';

export type TokenInput = {
  /** What the token is for, as its list shows it. */
  name: string;
  scope: Scope;
  /** Slug of the one story it is good for; without it, for all. */
  story?: string | null;
};

export type Created = { type: 'created'; id: string; secret: string };

/** Makes a token. Its secret leaves here once and is kept nowhere: storage holds the SHA-256. */
export async function createToken(
  { storage, clock }: Newsroom,
  { name, scope, story = null }: TokenInput,
): Promise<Created | Refusal> {
  const fields = new Fields();
  const label = fields.line('/name', name, LONGEST.name);
  if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
  const found = story === null ? null : await storage.findStory({ slug: story });
  if (story !== null && !found) return { type: 'unknown-story', slug: story };
  const secret = newTokenSecret();
  const createdAt = await clock.fresh();
  const id = newId(createdAt);
  await storage.tokens.add({
    id,
    name: label,
    scope,
    storyId: found?.story.id ?? null,
    hash: tokenHash(secret),
    createdAt,
    lastUsedAt: null,
    revokedAt: null,
  });
  return { type: 'created', id, secret };
}

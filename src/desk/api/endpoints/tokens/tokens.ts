import { Type } from 'typebox';
import { createToken, revokeToken } from '../../../../commands/create-token.ts';
import { SCOPES, type Scope } from '../../../../domain/token.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { Token } from '../../../../storage/stores.ts';
import type { Storage } from '../../../../storage/storage.ts';
import type { MadeTokenWire, TokenWire } from '../../../shared/wire.ts';
import { deskEndpoint, noContent, ok } from '../../endpoint.ts';

export const listTokens = deskEndpoint({
  at: 'GET /tokens',
  async answer({ newsroom: { storage } }) {
    const tokens = await storage.tokens.list();
    return ok({ items: await Promise.all(tokens.map((token) => wireOf(storage, token))) });
  },
});

/** Makes a token for a program. Its secret is in this answer and nowhere else. */
export const makeToken = deskEndpoint({
  at: 'POST /tokens',
  body: closed({
    name: Type.String({ maxLength: 1000 }),
    scope: Type.Unsafe<Scope>({ enum: SCOPES }),
    storyId: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 100 })),
  }),
  async answer({ newsroom, actor, body: { name, scope, storyId = null } }) {
    const story = storyId === null ? null : { id: storyId };
    const made = await createToken(newsroom, { name, scope, story }, actor);
    if (made.type !== 'created') return made;
    const body: MadeTokenWire = { ...(await wireOf(newsroom.storage, made.token)), secret: made.secret };
    return { type: 'reply', status: 201, body };
  },
});

/** From now on it opens nothing. */
export const dropToken = deskEndpoint({
  at: 'DELETE /tokens/:tokenId',
  params: closed({ tokenId: id }),
  async answer({ newsroom, actor, params }) {
    const done = await revokeToken(newsroom, params.tokenId, actor);
    return done.type === 'revoked' ? noContent() : done;
  },
});

async function wireOf(storage: Storage, token: Token): Promise<TokenWire> {
  const { storyId, hash: _, ...own } = token;
  const found = storyId === null ? null : await storage.findStory({ id: storyId });
  const story = storyId === null ? null : { id: storyId, headline: found?.story.top.headline ?? '' };
  return { ...own, story };
}

import { Type } from 'typebox';
import { closed, id } from '../../../../schemas/fields.ts';
import type { UpdatesWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { updatesWire } from '../../update-wire.ts';

export const storyParams = closed({ storyId: id });

/** A story's updates, the last first; `before` is the seq of the last one of the page before. */
export const listUpdates = deskEndpoint({
  at: 'GET /stories/:storyId/updates',
  params: storyParams,
  query: closed({
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async answer({ newsroom: { storage }, baseUrl, story, query: { before, limit = 50 } }) {
    if (!story) return ok({ updates: [], more: false } satisfies UpdatesWire);
    const page = { order: 'newest' as const, limit, ...(before !== undefined && { after: before }) };
    const snapshot = await storage.snapshot(story.story.id, page);
    const answer: UpdatesWire = {
      updates: snapshot ? await updatesWire(storage, snapshot, baseUrl()) : [],
      more: snapshot?.more ?? false,
    };
    return ok(answer);
  },
});

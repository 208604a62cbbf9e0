import { Type } from 'typebox';
import { SOUGHT_MAX, termsOf } from '../../../../domain/find/sought.ts';
import type { StoryState } from '../../../../domain/story.ts';
import type { StoriesWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { listQuery, nextOf, pageOf } from '../../list-query.ts';

const query = listQuery({
  state: Type.Optional(
    Type.Unsafe<StoryState | 'unpublished'>({ enum: ['live', 'paused', 'ended', 'unpublished'] }),
  ),
  q: Type.Optional(Type.String({ maxLength: SOUGHT_MAX })),
});

/** The newsroom's stories, those still to be opened among them: what changed last comes first. */
export const listStories = deskEndpoint({
  at: 'GET /stories',
  query,
  async answer({ newsroom: { storage }, query: { state, q = '', ...page } }) {
    const terms = termsOf(q);
    // Of a question with no word in it nothing is left out: it is still being typed.
    const { items, next } = await storage.desk.stories({
      ...pageOf(page),
      ...(state !== undefined && { state }),
      ...(terms.length > 0 && { terms }),
    });
    const answer: StoriesWire = { items, next: nextOf(next) };
    return ok(answer);
  },
});

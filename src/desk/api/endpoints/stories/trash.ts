import { discardStory, restoreStory } from '../../../../commands/discard-story.ts';
import type { DiscardedWire } from '../../../shared/wire.ts';
import { actorsNamed } from '../../actors.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { onStory, storyParams } from '../../on-story.ts';

/** Puts the newsroom's sample into the trash; no other story goes there. */
export const discardEndpoint = deskEndpoint({
  at: 'PUT /stories/:storyId/trash',
  params: storyParams,
  answer: (call) => onStory(call, undefined, [discardStory()], { discarded: true }),
});

export const restoreEndpoint = deskEndpoint({
  at: 'DELETE /stories/:storyId/trash',
  params: storyParams,
  answer: (call) => onStory(call, undefined, [restoreStory()], { discarded: true }),
});

export const discardedEndpoint = deskEndpoint({
  at: 'GET /trash/stories',
  async answer({ newsroom: { storage } }) {
    const found = await storage.desk.discarded();
    const told = await Promise.all(
      found.map(async ({ story, seq }) => {
        // Nothing happens to it in the trash: the last event put it there.
        const actor = (await storage.desk.actorsOf(story.id, [seq]))[seq] ?? '';
        const by = (await actorsNamed(storage, [actor])).get(actor);
        const { id, slug, discardedAt } = story;
        return { id, slug, headline: story.top.headline, discardedAt: discardedAt ?? '', by: by?.name ?? '' };
      }),
    );
    return ok({ items: told } satisfies DiscardedWire);
  },
});

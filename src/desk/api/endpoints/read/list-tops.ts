import type { TopHistoryWire } from '../../../shared/wire.ts';
import { actorsNamed } from '../../actors.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { storyParams } from './list-updates.ts';

/** As many versions as are shown: a night has some dozens. */
const SHOWN = 500;

/** Every version of a story's top, the last first, with who wrote it. */
export const listTops = deskEndpoint({
  at: 'GET /stories/:storyId/tops',
  params: storyParams,
  async answer({ newsroom: { storage }, storyId }) {
    if (storyId === null) return { type: 'not-found' };
    const versions = (await storage.tops(storyId)).toReversed().slice(0, SHOWN);
    const actors = await storage.desk.actorsOf(
      storyId,
      versions.map(({ seq }) => seq),
    );
    const named = await actorsNamed(storage, Object.values(actors));
    const answer: TopHistoryWire = {
      versions: versions.map((version) => ({ ...version, by: named.get(actors[version.seq] ?? '') ?? null })),
    };
    return ok(answer);
  },
});

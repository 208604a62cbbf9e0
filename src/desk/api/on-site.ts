import { performOnSite, type SiteVerb } from '../../commands/perform-on-site.ts';
import type { Storage } from '../../storage/storage.ts';
import { ok, type DeskCall, type DeskOutcome } from './endpoint.ts';

type Guard = {
  /** The version that whoever asks has seen; left out, what stands does not matter. */
  seen: number | undefined;
  /** The version that stands; 0 where there is none. */
  standing(storage: Storage): Promise<number>;
};

/** Performs a verb on the site for somebody at the desk, unless it was changed since they looked. */
export async function onSite(
  { newsroom, actor }: Pick<DeskCall, 'newsroom' | 'actor'>,
  verb: SiteVerb,
  { seen, standing }: Guard,
): Promise<DeskOutcome> {
  const guarded: SiteVerb = async (scene, storage) => {
    const current = seen === undefined ? seen : await standing(storage);
    return current === seen || current === undefined
      ? verb(scene, storage)
      : { type: 'stale-version', current };
  };
  const done = await performOnSite(newsroom, { actor, verb: guarded });
  if (done.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  return done.type === 'site-done' ? ok({ seq: done.seq }) : done;
}

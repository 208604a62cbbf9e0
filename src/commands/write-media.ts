import type { Refusal } from '../domain/errors.ts';
import type { OfMedia } from '../domain/fold-media.ts';
import type { Media } from '../domain/media.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer } from '../storage/storage.ts';
import { performOnSite, type SiteDone } from './perform-on-site.ts';
import type { Actor, Answered, Newsroom } from './perform.ts';

/** What is to happen to a picture that stands as `before`; nothing, where all is so already. */
export type Decided = { type: 'decided'; before: Media | null; happening: OfMedia | null };

export type MediaWritten = { type: 'written'; media: Media; changed: boolean };

/** Decides at an instant on what storage holds then. */
export type Decide = (at: Instant) => Promise<Decided | Refusal>;

/** Appends to the site's log what happens to one picture; decided anew when another commit came between. */
export async function writeMedia(
  newsroom: Newsroom,
  actor: Actor,
  decide: Decide,
  keep?: (media: Media, changed: boolean) => Answer,
): Promise<MediaWritten | Answered | Refusal> {
  const done = await performOnSite(newsroom, {
    actor,
    verb: async ({ at }) => {
      const decided = await decide(at);
      if (decided.type !== 'decided') return decided;
      return { type: 'done', happening: decided.happening, picture: decided.before };
    },
    ...(keep && { keep: (site: SiteDone) => keep(pictureOf(site), site.changed) }),
  });
  if (done.type !== 'site-done') return done;
  return { type: 'written', media: pictureOf(done), changed: done.changed };
}

function pictureOf({ picture }: SiteDone): Media {
  if (!picture) throw new Error('a picture was to be written that there is not');
  return picture;
}

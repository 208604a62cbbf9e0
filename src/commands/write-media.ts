import type { Refusal } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import type { OfMedia } from '../domain/fold-media.ts';
import type { Media } from '../domain/media.ts';
import { SITE } from '../domain/slug.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer } from '../storage/storage.ts';
import { activityOf, type Actor, type Answered, type Newsroom } from './perform.ts';

/** What is to happen to a picture that stands as `before`; nothing, where all is so already. */
export type Decided = { type: 'decided'; before: Media | null; happening: OfMedia | null };

export type MediaWritten = { type: 'written'; media: Media; changed: boolean };

/** Decides at an instant on what storage holds then. */
export type Decide = (at: Instant) => Promise<Decided | Refusal>;

/** How often a change is decided anew because the site's log moved on. */
const ATTEMPTS = 60;

/** Appends to the site's log what happens to one picture; decided anew when another commit came between. */
export async function writeMedia(
  { storage, clock }: Newsroom,
  actor: Actor,
  decide: Decide,
  keep?: (media: Media, changed: boolean) => Answer,
): Promise<MediaWritten | Answered | Refusal> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { seq, lastAt } = await storage.site();
    const recordedAt = await clock.fresh();
    const at = recordedAt > lastAt ? recordedAt : lastAt;
    const decided = await decide(at);
    if (decided.type !== 'decided') return decided;
    const { happening, before } = decided;
    const events = happening ? [{ storyId: SITE, at, recordedAt, happening }] : [];
    const rows = events.flatMap((event) =>
      fold({ story: null, update: null, media: before }, { ...event, seq: seq + 1 }),
    );
    const [row] = rows;
    const media = row?.row === 'media' ? row.value : before;
    if (!media) throw new Error('a picture was to be written that there is not');
    const changed = events.length > 0;
    const answer = keep?.(media, changed);
    if (!changed && !answer) return { type: 'written', media, changed };
    const result = await storage.commit({
      logs: [{ storyId: SITE, expectedVersion: seq, events }],
      rows,
      activity: activityOf(actor, { events }, seq),
      ...(answer && { answer }),
    });
    if (result.type === 'committed') return { type: 'written', media, changed };
    if (result.type === 'answered') return { type: 'answered', answer: result.answer };
    if (result.type !== 'stale') throw new Error(`the site's log refused a picture: ${result.type}`);
  }
  return { type: 'busy' };
}

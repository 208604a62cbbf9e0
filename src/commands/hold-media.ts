import { newId } from '../domain/id.ts';
import type { Refusal } from '../domain/errors.ts';
import { cropName, withRenditions, type Media, type Rendition } from '../domain/media.ts';
import type { Instant } from '../domain/time.ts';
import type { DeskPicture, HeldMedia, HeldWrite } from '../storage/desk/held-media-store.ts';
import type { Activity, Storage } from '../storage/storage.ts';
import type { Actor, Newsroom } from './perform.ts';
import { Fields } from './fields.ts';
import { readMediaDetails } from './media-fields.ts';
import { filling, NO_WORDS, offeredWords, type MediaInput } from './take-in-media.ts';

/** `created`: false for the same bytes again. */
export type Held = { type: 'held'; picture: DeskPicture; created: boolean };

/** How often a change is decided anew because the picture moved on. */
const ATTEMPTS = 20;

/**
 * Keeps a picture at the desk: in no log, and in no answer but the desk's, until words that bear it are published.
 * What its metadata offers fills credit and caption where nothing was typed; the same bytes again are the picture there is.
 */
export async function holdMedia(
  { storage, clock }: Newsroom,
  { actor, personId }: { actor: Actor; personId: string },
  { facts, details, renditions }: MediaInput,
): Promise<Held | Refusal> {
  const fields = new Fields();
  const typed = readMediaDetails(fields, NO_WORDS, details);
  if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await storage.heldMedia.byDigest(facts.digest);
    const now = await clock.fresh();
    if (before) {
      const media = { ...before.media, ...filling(before.media, typed) };
      const same = JSON.stringify(media) === JSON.stringify(before.media);
      if (same) return { type: 'held', picture: asPicture(before), created: false };
      const changed = await writeHeld(storage, {
        before,
        media: { ...media, version: media.version + 1 },
        actor,
        now,
      });
      if (changed) return { type: 'held', picture: asPicture(changed), created: false };
      continue;
    }
    const words = filling(typed, offeredWords(facts.offered));
    const id = newId(now);
    const media: Media = {
      id,
      ...facts,
      ...words,
      renditions,
      ready: false,
      version: 1,
      at: now,
      handling: null,
    };
    const held: HeldMedia = { media, takenInBy: personId, version: 1, publishedAt: null };
    const activity = [told(actor, 'take-in-media', id, now)];
    if (await committed(storage, { held, expected: null }, activity))
      return { type: 'held', picture: asPicture(held), created: true };
  }
  return { type: 'busy' };
}

/** Tells that renditions of a held picture were made; false where it is held no more, so that the log is to tell. */
export async function finishHeld(
  { storage }: Newsroom,
  mediaId: string,
  made: Rendition[],
  crop: string | undefined,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [before] = await storage.heldMedia.find([mediaId]);
    if (!before) return false;
    const { media } = before;
    if (media.ready || cropName(media.handling) !== crop) return true;
    const next = { ...media, renditions: withRenditions(media.renditions, made), ready: true };
    const held = { ...before, media: next, version: before.version + 1 };
    if (await committed(storage, { held, expected: before.version }, [])) return true;
  }
  throw new Error(`picture ${mediaId} moved on all the time`);
}

export const asPicture = ({ media, version, takenInBy }: HeldMedia): DeskPicture => ({
  media,
  held: version,
  takenInBy,
});

/** Writes a held picture as it is to be; null where it moved on, or is held no more. */
export async function writeHeld(
  storage: Storage,
  { before, media, actor, now }: { before: HeldMedia; media: Media; actor: Actor; now: Instant },
): Promise<HeldMedia | null> {
  const held = { ...before, media, version: before.version + 1 };
  const activity = [told(actor, 'describe-media', media.id, now)];
  return (await committed(storage, { held, expected: before.version }, activity)) ? held : null;
}

async function committed(storage: Storage, write: HeldWrite, activity: Activity[]): Promise<boolean> {
  const result = await storage.commit({ logs: [], rows: [], activity, held: [write] });
  if (result.type === 'committed') return true;
  if (result.type === 'stale') return false;
  throw new Error(`a picture of the desk was refused: ${result.type}`);
}

const told = (actor: Actor, action: string, mediaId: string, at: Instant): Activity => ({
  id: newId(at),
  at,
  actor,
  action,
  storyId: null,
  seq: null,
  subject: `media ${mediaId}`,
  detail: null,
});

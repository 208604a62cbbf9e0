import { isDeepStrictEqual } from 'node:util';
import type { Refusal } from '../domain/errors.ts';
import { breaks } from '../domain/faults.ts';
import { cropName, type Handling, type Media, type MediaDetails, type Rendition } from '../domain/media.ts';
import type { DeskPicture } from '../storage/desk/held-media-store.ts';
import { Fields } from './fields.ts';
import { NOT_HANDLED, readHandling, type HandlingInput } from './handling-fields.ts';
import { asPicture, writeHeld } from './hold-media.ts';
import { readMediaDetails, sameDetails, type MediaDetailsInput } from './media-fields.ts';
import type { Actor, Newsroom } from './perform.ts';
import { NO_WORDS } from './take-in-media.ts';
import { writeMedia } from './write-media.ts';

export type Description = MediaDetailsInput & HandlingInput;

export type Described = { type: 'described'; picture: DeskPicture };

/** What a picture is to be like; the renditions it has are of another crop where `recropped`. */
type Next = MediaDetails & { handling: Handling | null; recropped: boolean };

/** Checks what is to be said of a picture and done with it. Of a held one everything can be taken away again. */
export function readDescription(
  media: Media,
  held: boolean,
  { altSkipped, focalPoint, crop, ...said }: Description,
): ({ type: 'read' } & Next) | Refusal {
  const fields = new Fields();
  const { alt, caption, credit } = media;
  const words = held
    ? readMediaDetails(fields, NO_WORDS, { alt, caption, credit, ...said })
    : readMediaDetails(fields, media, said);
  const given = { altSkipped, focalPoint, crop };
  const input = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const handling = readHandling(fields, media, input, words.alt);
  if (
    !held &&
    words.alt === null &&
    media.handling?.altSkipped &&
    !handling?.altSkipped &&
    fields.errors.length === 0
  ) {
    const detail = 'cannot be taken away: readers see the picture; say what is to be seen';
    fields.fault('/altSkipped', breaks('description-stays', detail));
  }
  if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
  return { type: 'read', ...words, handling, recropped: cropName(handling) !== cropName(media.handling) };
}

export type DescriptionOrder = {
  mediaId: string;
  input: Description;
  /** What was made so far of the crop that `input` asks for. */
  renditions: Rendition[];
};

const ATTEMPTS = 20;

/** Says something of a picture at the desk: of a held one in its row, of a public one by an event of the site's log. */
export async function describeMedia(
  newsroom: Newsroom,
  actor: Actor,
  order: DescriptionOrder,
): Promise<Described | Refusal> {
  const { storage, clock } = newsroom;
  const { mediaId, input, renditions } = order;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [before] = await storage.heldMedia.find([mediaId]);
    if (!before) return describePublic(newsroom, actor, order);
    const next = readDescription(before.media, true, input);
    if (next.type !== 'read') return next;
    const media = asDescribed(before.media, next, renditions);
    if (isDeepStrictEqual(media, before.media)) return { type: 'described', picture: asPicture(before) };
    const version = media.version + 1;
    const now = await clock.fresh();
    const written = await writeHeld(storage, { before, media: { ...media, version }, actor, now });
    if (written) return { type: 'described', picture: asPicture(written) };
  }
  return { type: 'busy' };
}

function asDescribed(media: Media, next: Next, renditions: Rendition[]): Media {
  const { alt, caption, credit, handling, recropped } = next;
  const said = { ...media, alt, caption, credit, handling };
  return recropped ? { ...said, renditions, ready: false } : said;
}

async function describePublic(
  newsroom: Newsroom,
  actor: Actor,
  { mediaId, input, renditions }: DescriptionOrder,
): Promise<Described | Refusal> {
  const { storage } = newsroom;
  const written = await writeMedia(newsroom, actor, async () => {
    const [before] = await storage.media([mediaId]);
    if (!before) return { type: 'unknown-media', id: mediaId };
    const next = readDescription(before, false, input);
    if (next.type !== 'read') return next;
    const { alt, caption, credit, handling, recropped } = next;
    const details = { alt, caption, credit };
    if (sameDetails(details, before) && isDeepStrictEqual(handling, before.handling))
      return { type: 'decided', before, happening: null };
    const said = { kind: 'media-details' as const, mediaId, ...details };
    const handled = !isDeepStrictEqual(handling, before.handling);
    return {
      type: 'decided',
      before,
      happening: {
        ...said,
        ...(handled && { handling: handling ?? NOT_HANDLED }),
        ...(recropped && { renditions }),
      },
    };
  });
  if (written.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  if (written.type !== 'written') return written;
  const [picture] = await storage.heldMedia.pictures([mediaId]);
  if (!picture) throw new Error(`picture ${mediaId} was described and is not there`);
  return { type: 'described', picture };
}

import { createHash } from 'node:crypto';
import { finishMedia } from '../commands/change-media.ts';
import {
  describeMedia,
  readDescription,
  type Described,
  type Description,
} from '../commands/describe-media.ts';
import { finishHeld, holdMedia, type Held } from '../commands/hold-media.ts';
import type { MediaDetailsInput } from '../commands/media-fields.ts';
import type { Actor, Answered, Newsroom } from '../commands/perform.ts';
import { mediaDetailsFault, takeInMedia } from '../commands/take-in-media.ts';
import type { MediaWritten } from '../commands/write-media.ts';
import { BlobsUnavailable, type Refusal } from '../domain/errors.ts';
import {
  cropName,
  originalKey,
  renditionKey,
  shownRegion,
  type Media,
  type MediaFacts,
  type Region,
  type Rendition,
} from '../domain/media.ts';
import { instantOf, millisecondsOf, type Clock, type Instant } from '../domain/time.ts';
import type { Answer } from '../storage/storage.ts';
import type { Blobs } from './blobs/blobs.ts';
import { EncoderClosed, openEncoder, type Encoder } from './encoder.ts';
import { CONTENT_TYPES, type Picture, type RefusedPicture } from './picture.ts';
import { plan, type Printed, type Rendition as Made, type RenditionSpec } from './renditions.ts';

/** A picture somebody sent: its bytes, and what was typed with it. */
export type PictureOrder = { actor: Actor; bytes: Uint8Array; details: MediaDetailsInput };

export type KeptPicture = { facts: MediaFacts; renditions: Rendition[] };

export type TakenPicture = MediaWritten | Answered | Refusal | RefusedPicture;

/** The newsroom's pictures: taken in, encoded, found. One a thread. */
export type Library = {
  /**
   * Takes a picture in. Once it resolves with `written`, original and first rendition are kept and the event is synced;
   * the other renditions follow by themselves. Throws `BlobsUnavailable`, `PicturesBusy`, `EncoderClosed`.
   */
  takeIn: (order: PictureOrder, keep?: (media: Media, changed: boolean) => Answer) => Promise<TakenPicture>;
  /**
   * Keeps a picture at the desk, shown to nobody else; the same bytes again are the picture there is, public or not.
   * Throws as `takeIn` does.
   */
  hold: (order: PictureOrder & { personId: string }) => Promise<Held | Refusal | RefusedPicture>;
  /** Says something of a picture at the desk; cropped anew, its first rendition is made before, the others follow. Throws as `takeIn` does. */
  describe: (order: { actor: Actor; mediaId: string; input: Description }) => Promise<Described | Refusal>;
  /** Keeps a picture and makes its first rendition without recording it: whoever asks records it in a commit of their own. */
  keep: (bytes: Uint8Array) => Promise<({ type: 'kept' } & KeptPicture) | RefusedPicture>;
  /** Bytes of a rendition; null where the store has none. */
  bytes: (rendition: Rendition) => Promise<Buffer | null>;
  /** Goes on with what was begun by whomever until that instant, and not finished. Resolves once it has been queued. */
  resume: (begunUntil: Instant) => Promise<void>;
  /** Resolves when nothing is under way. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

export type LibraryParts = {
  newsroom: Newsroom;
  blobs: Blobs;
  onFault: (error: unknown, mediaId: string) => void;
};

/** The first rendition, in px: wide enough for a phone and a text column, made in a fraction of a second. */
const FIRST_WIDTH = 1280;

/** How often a picture may fail to be encoded here before it is left with the renditions it has. */
const TRIES = 3;

/** Unfinished pictures read at once. */
const PAGE = 100;

/** How often a thread looks for what others left unfinished, and after how long it is taken for left, in ms. */
const LOOK_EVERY = 60_000;
const LEFT_AFTER = 120_000;

/** Goes on at once with all that was left unfinished before, then looks now and again: another node may have ended. Returns what ends it. */
export function resumeByAndBy(library: Library, clock: Clock): () => void {
  const resume = (until: Instant): void => {
    // Storage that is away is back another time.
    library.resume(until).catch(() => undefined);
  };
  resume(clock.now());
  const timer = setInterval(() => {
    resume(instantOf(millisecondsOf(clock.now()) - LEFT_AFTER));
  }, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

/** Nothing is started before the first picture comes. Two processes: who waits for a picture to be taken in does not wait for another one's AVIF. */
export function openLibrary({ newsroom, blobs, onFault }: LibraryParts): Library {
  const atOnce = openEncoder();
  const later = openEncoder();
  /** By the picture's id and its crop. */
  const underWay = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();

  /** Makes what is missing and tells of it; whatever goes wrong is left for another time. */
  async function finish(media: Media, specs: readonly RenditionSpec[]): Promise<void> {
    const original = async (): Promise<Buffer> => originalOf(blobs, media);
    const made: Rendition[] = [];
    try {
      const putAway = async (rendition: Made): Promise<void> => {
        made.push(await put(blobs, media, rendition));
      };
      await later.encode(original, specs, media, putAway, regionOf(media));
    } catch (error) {
      if (error instanceof EncoderClosed) return;
      onFault(error, media.id);
      if (error instanceof BlobsUnavailable) return;
      const failed = (failures.get(media.id) ?? 0) + 1;
      failures.set(media.id, failed);
      if (failed < TRIES) return;
    }
    const crop = cropName(media.handling);
    if (!(await finishHeld(newsroom, media.id, made, crop)))
      await finishMedia(newsroom, 'encoder', media.id, made, crop);
  }

  function queue(media: Media, specs: readonly RenditionSpec[]): void {
    const key = `${media.id} ${cropName(media.handling) ?? ''}`;
    if (underWay.has(key)) return;
    const work = finish(media, specs)
      .catch((error: unknown) => onFault(error, media.id))
      .finally(() => underWay.delete(key));
    underWay.set(key, work);
  }

  const queueRest = (media: Media): void => queue(media, missing(media, media.renditions));

  return {
    async takeIn({ actor, bytes, details }, keep) {
      const fault = mediaDetailsFault(details);
      if (fault) return fault;
      const picture = await atOnce.inspect(bytes);
      if (picture.type === 'refused') return picture;
      const digest = digestOf(bytes);
      const { storage } = newsroom;
      const known = await storage.mediaByDigest(digest);
      const isKept = known !== null && (await blobs.has(originalKey(digest)));
      const renditions = isKept ? [] : await keepFirst(atOnce, blobs, { bytes, digest, picture, details });
      const facts = factsOf(picture, digest);
      const taken = await takeInMedia(newsroom, actor, { facts, details, renditions }, keep);
      // Kept before, somebody else is at it; taken in elsewhere and without its bytes, all is made anew.
      if (taken.type === 'written' && !isKept) queue(taken.media, missing(taken.media, renditions));
      return taken;
    },
    async hold({ actor, personId, bytes, details }) {
      const fault = mediaDetailsFault(details);
      if (fault) return fault;
      const picture = await atOnce.inspect(bytes);
      if (picture.type === 'refused') return picture;
      const digest = digestOf(bytes);
      const { storage } = newsroom;
      const isKept = await blobs.has(originalKey(digest));
      const known = await storage.mediaByDigest(digest);
      const held = known ? null : await storage.heldMedia.byDigest(digest);
      const fresh = { bytes, digest, picture, details };
      const renditions = isKept && (known ?? held) ? [] : await keepFirst(atOnce, blobs, fresh);
      if (known) {
        // What is typed at the desk is not for readers yet: a public picture keeps its words.
        const [as] = await storage.heldMedia.pictures([known.id]);
        return { type: 'held', picture: as ?? { media: known, held: null, takenInBy: null }, created: false };
      }
      const facts = factsOf(picture, digest);
      const taken = await holdMedia(newsroom, { actor, personId }, { facts, details, renditions });
      if (taken.type === 'held' && !taken.picture.media.ready) queueRest(taken.picture.media);
      return taken;
    },
    async describe({ actor, mediaId, input }) {
      const [picture] = await newsroom.storage.heldMedia.pictures([mediaId]);
      if (!picture) return { type: 'unknown-media', id: mediaId };
      const { media, held } = picture;
      const next = readDescription(media, held !== null, input);
      if (next.type !== 'read') return next;
      const cropped: Media = { ...media, handling: next.handling };
      const renditions = next.recropped ? await firstOfCrop(atOnce, blobs, cropped) : [];
      const described = await describeMedia(newsroom, actor, { mediaId, input, renditions });
      if (described.type === 'described' && next.recropped) queueRest(described.picture.media);
      return described;
    },
    async keep(bytes) {
      const picture = await atOnce.inspect(bytes);
      if (picture.type === 'refused') return picture;
      const digest = digestOf(bytes);
      const renditions = await keepFirst(atOnce, blobs, { bytes, digest, picture, details: {} });
      return { type: 'kept', facts: factsOf(picture, digest), renditions };
    },
    async bytes({ key }) {
      return (await blobs.get(key))?.bytes ?? null;
    },
    async resume(begunUntil) {
      let after = '';
      for (;;) {
        const unfinished = await newsroom.storage.unfinishedMedia(after, PAGE);
        unfinished.filter(({ at }) => at <= begunUntil).forEach(queueRest);
        const last = unfinished.at(-1);
        if (!last || unfinished.length < PAGE) break;
        after = last.id;
      }
      const held = (await newsroom.storage.heldMedia.unfinished('', PAGE)).map(({ media }) => media);
      held.filter(({ at }) => at <= begunUntil).forEach(queueRest);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    async close() {
      await Promise.all([atOnce.close(), later.close()]);
      await Promise.all(underWay.values());
    },
  };
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Fresh = { bytes: Uint8Array; digest: string; picture: Picture; details: MediaDetailsInput };

/** Keeps the original and makes the rendition that the page shows first. */
async function keepFirst(encoder: Encoder, blobs: Blobs, fresh: Fresh): Promise<Rendition[]> {
  const { bytes, digest, picture, details } = fresh;
  const { format, width, height, offered } = picture;
  await blobs.put(originalKey(digest), bytes, CONTENT_TYPES[format]);
  const printed: Printed = { credit: details.credit ?? offered.credit, copyright: offered.copyright };
  const made: Rendition[] = [];
  await encoder.encode(bytes, [firstOf(width, height)], printed, async (rendition) => {
    made.push(await put(blobs, { digest, handling: null }, rendition));
  });
  return made;
}

/** The rendition that pages show first, of what a picture was cropped to. */
async function firstOfCrop(encoder: Encoder, blobs: Blobs, media: Media): Promise<Rendition[]> {
  const { width, height } = shownRegion(media);
  const made: Rendition[] = [];
  const putAway = async (rendition: Made): Promise<void> => {
    made.push(await put(blobs, media, rendition));
  };
  await encoder.encode(
    () => originalOf(blobs, media),
    [firstOf(width, height)],
    media,
    putAway,
    regionOf(media),
  );
  return made;
}

const regionOf = (media: Media): Region | null =>
  cropName(media.handling) === undefined ? null : shownRegion(media);

function firstOf(width: number, height: number): RenditionSpec {
  const jpegs = plan(width, height).filter(({ format }) => format === 'jpeg');
  const first = jpegs.findLast((spec) => spec.width <= FIRST_WIDTH) ?? jpegs[0];
  if (!first) throw new Error(`no rendition is planned for a picture of ${width} × ${height} px`);
  return first;
}

/** What is to be made of a picture besides what was made: that stays as readers may hold it. */
function missing(media: Media, made: readonly Rendition[]): RenditionSpec[] {
  const { width, height } = shownRegion(media);
  return plan(width, height).filter(
    (spec) => !made.some(({ format, width: wide }) => format === spec.format && wide === spec.width),
  );
}

async function put(
  blobs: Blobs,
  { digest, handling }: Pick<Media, 'digest' | 'handling'>,
  made: Made,
): Promise<Rendition> {
  const { format, width, height, bytes, contentType } = made;
  const crop = cropName(handling);
  const named = { format, width, ...(crop !== undefined && { crop }) };
  const key = renditionKey(digest, named);
  await blobs.put(key, bytes, contentType);
  return { ...named, height, bytes: bytes.length, key };
}

async function originalOf(blobs: Blobs, { digest }: Media): Promise<Buffer> {
  const original = await blobs.get(originalKey(digest));
  if (!original) throw new BlobsUnavailable(`the store has no original of ${digest}`);
  return original.bytes;
}

function factsOf({ format, width, height, color, blur, offered }: Picture, digest: string): MediaFacts {
  const { byline, copyright, sourceType } = offered;
  return { digest, format, width, height, color, blur, byline, copyright, sourceType, offered };
}

import { newId } from '../domain/id.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Handling, Media, MediaDetails, MediaFacts, Offered, Rendition } from '../domain/media.ts';
import { checkName, cleanText } from '../domain/plain-text.ts';
import type { Answer } from '../storage/storage.ts';
import { Fields, LONGEST } from './fields.ts';
import { readMediaDetails, sameDetails, type MediaDetailsInput } from './media-fields.ts';
import type { Actor, Answered, Newsroom } from './perform.ts';
import { writeMedia, type MediaWritten } from './write-media.ts';

export type MediaInput = {
  facts: MediaFacts;
  /** What was typed with it. */
  details: MediaDetailsInput;
  /** What was made of it already; its blobs are kept and synced. */
  renditions: Rendition[];
  /** Given only when a picture is taken in again under the id it had elsewhere. */
  mediaId?: string;
  handling?: Handling;
};

export const NO_WORDS: MediaDetails = { alt: null, caption: null, credit: null };

/** Faults of the words that are to go with a picture, before anything is made of it; null where there is none. */
export function mediaDetailsFault(details: MediaDetailsInput): Refusal | null {
  const { errors } = checked(details);
  return errors.length > 0 ? { type: 'invalid', errors } : null;
}

/**
 * Records a picture whose bytes are kept: an event of the site's log. What its metadata offers fills credit and caption
 * where nothing was typed. The same bytes again are the picture there is; what it lacks is filled from what was typed.
 */
export async function takeInMedia(
  newsroom: Newsroom,
  actor: Actor,
  { facts, details, renditions, mediaId, handling }: MediaInput,
  keep?: (media: Media, changed: boolean) => Answer,
): Promise<MediaWritten | Answered | Refusal> {
  const { errors, typed } = checked(details);
  if (errors.length > 0) return { type: 'invalid', errors };
  const { storage } = newsroom;
  const standing = async (): Promise<Media | null> =>
    mediaId === undefined
      ? storage.mediaByDigest(facts.digest)
      : ((await storage.media([mediaId]))[0] ?? null);
  return writeMedia(
    newsroom,
    actor,
    async (at) => {
      const before = await standing();
      if (before) {
        const filled = filling(before, typed);
        const happening = sameDetails(filled, before)
          ? null
          : { kind: 'media-details' as const, mediaId: before.id, ...filled };
        return { type: 'decided', before, happening };
      }
      const words = mediaId === undefined ? filling(typed, offeredWords(facts.offered)) : typed;
      const id = mediaId ?? newId(at);
      return {
        type: 'decided',
        before: null,
        happening: {
          kind: 'media',
          mediaId: id,
          ...facts,
          ...words,
          renditions,
          ...(handling && { handling }),
        },
      };
    },
    keep,
  );
}

function checked(details: MediaDetailsInput): { errors: Fields['errors']; typed: MediaDetails } {
  const fields = new Fields();
  const typed = readMediaDetails(fields, NO_WORDS, details);
  return { errors: fields.errors, typed };
}

/** The first's words, and the second's where the first has none. */
export const filling = (first: MediaDetails, second: MediaDetails): MediaDetails => ({
  alt: first.alt ?? second.alt,
  caption: first.caption ?? second.caption,
  credit: first.credit ?? second.credit,
});

/** What metadata says in a form that a person could have typed; alternative text is for a person to give. */
export function offeredWords({ credit, caption }: Offered): MediaDetails {
  const text = caption === null ? '' : cleanText(caption).trim();
  return {
    alt: null,
    caption: text === '' || text.length > LONGEST.caption ? null : text,
    credit: credit === null ? null : checkName(credit, LONGEST.pictureCredit),
  };
}

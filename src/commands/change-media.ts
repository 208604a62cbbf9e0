import type { Refusal } from '../domain/errors.ts';
import { cropName, type Media, type Rendition } from '../domain/media.ts';
import type { Answer } from '../storage/storage.ts';
import { Fields } from './fields.ts';
import { readMediaDetails, sameDetails, type MediaDetailsInput } from './media-fields.ts';
import type { Actor, Answered, Newsroom } from './perform.ts';
import { writeMedia, type MediaWritten } from './write-media.ts';

export type MediaChange = {
  mediaId: string;
  input: MediaDetailsInput;
  /** Whether the version that stands is one it may be decided on; left out: any. */
  expects?: (version: number) => boolean;
};

/** Changes the words that go with a picture, wherever it stands without words of its own. */
export async function changeMedia(
  newsroom: Newsroom,
  actor: Actor,
  { mediaId, input, expects = () => true }: MediaChange,
  keep?: (media: Media) => Answer,
): Promise<MediaWritten | Answered | Refusal> {
  return writeMedia(
    newsroom,
    actor,
    async () => {
      const [before] = await newsroom.storage.media([mediaId]);
      if (!before) return { type: 'unknown-media', id: mediaId };
      if (!expects(before.version)) return { type: 'stale-version', current: before.version };
      const fields = new Fields();
      const details = readMediaDetails(fields, before, input);
      if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
      const happening = sameDetails(details, before)
        ? null
        : { kind: 'media-details' as const, mediaId, ...details };
      return { type: 'decided', before, happening };
    },
    keep,
  );
}

/** Tells that a picture's renditions were made, once: who made them a second time has made nothing. */
export async function finishMedia(
  newsroom: Newsroom,
  actor: Actor,
  mediaId: string,
  renditions: Rendition[],
  crop?: string,
): Promise<MediaWritten | Answered | Refusal> {
  return writeMedia(newsroom, actor, async () => {
    const [before] = await newsroom.storage.media([mediaId]);
    if (!before) return { type: 'unknown-media', id: mediaId };
    // Of a crop it has no more, nothing is told.
    const over = before.ready || cropName(before.handling) !== crop;
    const happening = over ? null : { kind: 'renditions' as const, mediaId, renditions };
    return { type: 'decided', before, happening };
  });
}

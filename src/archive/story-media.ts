import { finishMedia } from '../commands/change-media.ts';
import type { Newsroom } from '../commands/perform.ts';
import { takeInMedia } from '../commands/take-in-media.ts';
import { picturesIn, type DocumentJSON } from '../domain/document.ts';
import type { Happening } from '../domain/event.ts';
import type { Media } from '../domain/media.ts';
import { isWell } from './check-media.ts';
import { isObject, isShaped } from './shapes.ts';

/** A picture as one story's export tells of it: as an event of the site's log would, with all that was made of it. */
export type ListedMedia = Omit<Extract<Happening, { kind: 'media' }>, 'kind'>;

/** What is known of a picture, without what counts in its own newsroom alone. */
export function listedMedia(media: Media): ListedMedia {
  const { id: mediaId, ready: _, version: __, at: ___, handling, ...known } = media;
  return { mediaId, ...known, ...(handling && { handling }) };
}

/** Ids of the pictures that an event's payload has anywhere: in a body, in a lead, as the lead picture. */
export function picturesNamed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(picturesNamed);
  if (!isObject(value)) return [];
  if (value['type'] === 'doc') return picturesIn(value as DocumentJSON);
  const { photo } = value;
  const lead = isObject(photo) && typeof photo['mediaId'] === 'string' ? [photo['mediaId']] : [];
  return [...lead, ...Object.values(value).flatMap(picturesNamed)];
}

/** The list of an export, if all in it is as the desk would have kept it; exports made before there was one have none. */
export function readListedMedia(list: unknown): ListedMedia[] | null {
  if (list === undefined) return [];
  if (!Array.isArray(list) || !list.every((one) => isShaped('media', one))) return null;
  const media = list as ListedMedia[];
  const once = new Set(media.map(({ mediaId }) => mediaId)).size === media.length;
  return once && media.every(isWell) ? media : null;
}

/** Records the pictures this newsroom does not know, under the ids they have; what it knows itself stands. Those that could not be, in words. */
export async function importMedia(newsroom: Newsroom, list: ListedMedia[]): Promise<string[]> {
  const known = new Set(
    (await newsroom.storage.media(list.map(({ mediaId }) => mediaId))).map(({ id }) => id),
  );
  const warnings: string[] = [];
  for (const { mediaId, renditions, alt, caption, credit, handling, ...facts } of list) {
    if (known.has(mediaId)) continue;
    const details = { alt, caption, credit };
    const taken = await takeInMedia(newsroom, 'import', {
      facts,
      details,
      renditions,
      mediaId,
      ...(handling && { handling }),
    });
    // Its original is not here: nothing more is to be made of it.
    if (taken.type === 'written') await finishMedia(newsroom, 'import', mediaId, []);
    else warnings.push(`What is known of the picture ${mediaId} could not be recorded here.`);
  }
  return warnings;
}

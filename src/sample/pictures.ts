import fs from 'node:fs/promises';
import path from 'node:path';
import type { NewEvent } from '../domain/event.ts';
import { newId } from '../domain/id.ts';
import type { MediaDetails, MediaFacts, Rendition } from '../domain/media.ts';
import { SITE } from '../domain/slug.ts';
import type { Instant } from '../domain/time.ts';

/** Keeps a picture's bytes and makes its first rendition; null where that cannot be done now. */
export type KeepPicture = (
  bytes: Uint8Array,
) => Promise<{ facts: MediaFacts; renditions: Rendition[] } | null>;

export type PictureName = 'berth' | 'dawn';

const CREDIT = 'Drawing: Writethru';

/** Drawn for this night, by nobody who was there: it is invented. */
const PICTURES: Record<PictureName, MediaDetails> = {
  berth: {
    alt: 'A ferry landing at night in the rain: two piers with lamps lit, a ticket hall with bright windows, people looking out over black water, and between the piers an empty berth.',
    caption: 'The ferry’s berth at Dunmarrow, with every lamp lit.',
    credit: CREDIT,
  },
  dawn: {
    alt: 'A red lifeboat, people standing in every part of it, coming in at sunrise; more people wait on the quay.',
    caption: 'The lifeboat Constance brings the last of them in.',
    credit: CREDIT,
  },
};

/** The night's pictures taken in: their ids by name, and the events of the site's log that say so. */
export async function takePictures(
  keep: KeepPicture,
  at: Instant,
): Promise<{ ids: Map<PictureName, string>; events: NewEvent[] }> {
  const ids = new Map<PictureName, string>();
  const events: NewEvent[] = [];
  for (const name of Object.keys(PICTURES) as PictureName[]) {
    const kept = await keep(await fs.readFile(path.join(import.meta.dirname, 'pictures', `${name}.jpg`)));
    if (!kept) continue;
    const { facts, renditions } = kept;
    const mediaId = newId(at);
    ids.set(name, mediaId);
    const happening = { kind: 'media' as const, mediaId, ...facts, ...PICTURES[name], renditions };
    events.push({ storyId: SITE, at, recordedAt: at, happening });
  }
  return { ids, events };
}

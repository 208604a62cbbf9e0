import type { Happening, SequencedEvent } from './event.ts';
import { withRenditions, type Media } from './media.ts';

export type OfMedia = Extract<Happening, { kind: 'media' | 'renditions' | 'media-details' }>;

/** How an event of the site's log changes a picture. Throws when it touches one that was never taken in. */
export function foldMedia(before: Media | null, { seq, at }: SequencedEvent, happening: OfMedia): Media {
  if (happening.kind === 'media') {
    const { kind: _, mediaId, handling = null, ...taken } = happening;
    return { id: mediaId, ...taken, ready: false, version: 1, at, handling };
  }
  if (!before) throw new Error(`event ${seq} of the site touches a picture that was never taken in`);
  if (happening.kind === 'renditions') {
    return { ...before, renditions: withRenditions(before.renditions, happening.renditions), ready: true };
  }
  const { alt, caption, credit, handling = before.handling, renditions } = happening;
  const kept = handling && Object.values(handling).some((one) => one !== null) ? handling : null;
  const said = { ...before, alt, caption, credit, handling: kept, version: before.version + 1 };
  // What readers hold of the former crop stays with them; from here on there is none of it.
  return renditions === undefined ? said : { ...said, renditions, ready: false };
}

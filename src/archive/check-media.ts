import { Fields } from '../commands/fields.ts';
import { readMediaDetails } from '../commands/media-fields.ts';
import type { OfMedia } from '../domain/fold-media.ts';
import type { MediaDetails } from '../domain/media.ts';

const NOTHING: MediaDetails = { alt: null, caption: null, credit: null };

/** Why an event of a picture cannot follow those before it, or null; `known` gathers the pictures taken in. */
export function mediaFault(known: Set<string>, happening: OfMedia): string | null {
  const { kind, mediaId } = happening;
  if (kind === 'media' && known.has(mediaId)) return 'takes in a picture that was taken in before';
  if (kind !== 'media' && !known.has(mediaId)) return 'touches a picture that was never taken in';
  known.add(mediaId);
  if (kind === 'renditions' || isWell(happening)) return null;
  return 'is not written as Writethru writes it';
}

/** The words as the desk would have kept them. */
export function isWell({ alt, caption, credit }: MediaDetails): boolean {
  const fields = new Fields();
  const read = readMediaDetails(fields, NOTHING, { alt, caption, credit });
  const same = read.alt === alt && read.caption === caption && read.credit === credit;
  return same && fields.errors.length === 0;
}

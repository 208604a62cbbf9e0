import { breaks } from '../domain/faults.ts';
import type { MediaDetails } from '../domain/media.ts';
import { LONGEST, type Fields } from './fields.ts';

/** The words that go with a picture as they come in: what is left out stays as it is. */
export type MediaDetailsInput = Partial<MediaDetails>;

/** Checks them. Alternative text that was given can be put better, not taken away: where the picture stands, it is needed. */
export function readMediaDetails(
  fields: Fields,
  before: MediaDetails,
  input: MediaDetailsInput,
): MediaDetails {
  const { alt, caption, credit } = input;
  const details = {
    alt: alt === undefined ? before.alt : fields.optionalText('/alt', alt, LONGEST.caption),
    caption:
      caption === undefined ? before.caption : fields.optionalText('/caption', caption, LONGEST.caption),
    credit:
      credit === undefined ? before.credit : fields.optionalLine('/credit', credit, LONGEST.pictureCredit),
  };
  if (before.alt !== null && details.alt === null && fields.errors.length === 0)
    fields.fault('/alt', breaks('description-stays'));
  return details;
}

export const sameDetails = (a: MediaDetails, b: MediaDetails): boolean =>
  a.alt === b.alt && a.caption === b.caption && a.credit === b.credit;

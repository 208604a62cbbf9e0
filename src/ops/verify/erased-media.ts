import type { Happening } from '../../domain/event.ts';
import { ERASED, is } from './erased.ts';
import type { Ledger } from './ledger.ts';

/** What further events change of a picture. */
const changing = {
  alt: ERASED,
  caption: ERASED,
  credit: ERASED,
  handling: ERASED,
  renditions: ERASED,
  ready: ERASED,
  version: ERASED,
};

/**
 * Whether erasure leaves it in the dark what an event changed: it says no longer of which picture it is, or that
 * picture's own words are gone. Such an event is not folded; what it may have changed is unknown from then on.
 */
export function inTheDark(ledger: Ledger, happening: Happening): boolean {
  if (happening.kind !== 'renditions' && happening.kind !== 'media-details') return false;
  if (is(happening.mediaId)) {
    for (const [id, media] of ledger.media) ledger.media.set(id, { ...media, ...changing });
    return true;
  }
  const known = ledger.media.get(happening.mediaId);
  return known ? is(known.version) : ledger.unknown.media > 0;
}

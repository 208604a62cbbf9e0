import { ownPictures, type DocumentJSON } from '../domain/document.ts';
import type { FieldError } from '../domain/errors.ts';
import { breaks, faultAt } from '../domain/faults.ts';
import type { Media, Photo } from '../domain/media.ts';
import type { HeldMedia } from '../storage/desk/held-media-store.ts';
import type { Storage } from '../storage/storage.ts';

/** Looks a picture of ours up by its id; null where there is none. */
export type Pictures = (mediaId: string) => Media | null;

/** What is wrong with the pictures of ours in a document: one there is not, one without alternative text. */
export function documentPictureFaults(
  pointer: string,
  document: DocumentJSON,
  pictures: Pictures,
): FieldError[] {
  return ownPictures(document).flatMap(({ mediaId, attrs, pointer: node }) =>
    pictureFault(`${pointer}${node}/attrs`, 'src', pictures(mediaId), attrs.alt),
  );
}

/** The same for a lead picture. */
export function photoFaults(pointer: string, { mediaId, alt }: Photo, pictures: Pictures): FieldError[] {
  return pictureFault(pointer, 'mediaId', pictures(mediaId), alt);
}

function pictureFault(pointer: string, named: string, media: Media | null, alt: string | null): FieldError[] {
  if (!media) return [faultAt(`${pointer}/${named}`, breaks('unknown-picture'))];
  const skipped = (media.handling?.altSkipped ?? null) !== null;
  return alt === null && media.alt === null && !skipped
    ? [faultAt(`${pointer}/alt`, breaks('picture-undescribed'))]
    : [];
}

/**
 * Pictures at hand while verbs look at them. Verbs cannot wait: what one asked for and was not at hand is fetched, and
 * the verbs are played again.
 */
export class Shelf {
  readonly #held = new Map<string, Media | null>();
  readonly #missed = new Set<string>();
  /** Those that only the desk has. */
  readonly #ofDesk = new Map<string, HeldMedia>();
  readonly #withDesk: boolean;

  /** `withDesk`: pictures that the desk holds back are at hand as well. */
  constructor(withDesk = false) {
    this.#withDesk = withDesk;
  }

  readonly look: Pictures = (mediaId) => {
    const held = this.#held.get(mediaId);
    if (held === undefined) this.#missed.add(mediaId);
    return held ?? null;
  };

  /** Those of the given pictures that only the desk has, as they were at hand. */
  heldAmong(ids: Iterable<string>): HeldMedia[] {
    return [...ids].flatMap((id) => this.#ofDesk.get(id) ?? []);
  }

  async #ofTheDesk(storage: Storage, ids: string[], found: Map<string, Media>): Promise<HeldMedia[]> {
    const missing = ids.filter((id) => !found.has(id));
    return this.#withDesk && missing.length > 0 ? storage.heldMedia.find(missing) : [];
  }

  /** Works with the pictures there are, as often as it takes to have all at hand. */
  async with<T>(storage: Storage, work: (pictures: Pictures) => T): Promise<T> {
    for (;;) {
      const result = work(this.look);
      if (this.#missed.size === 0) return result;
      const ids = [...this.#missed];
      this.#missed.clear();
      const found = new Map((await storage.media(ids)).map((media) => [media.id, media]));
      for (const one of await this.#ofTheDesk(storage, ids, found)) {
        found.set(one.media.id, one.media);
        this.#ofDesk.set(one.media.id, one);
      }
      for (const id of ids) this.#held.set(id, found.get(id) ?? null);
    }
  }
}

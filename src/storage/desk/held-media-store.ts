import type { Media } from '../../domain/media.ts';
import type { Instant } from '../../domain/time.ts';

/**
 * A picture that was taken in at the desk, kept out of the site's log and of every public answer until words that bear
 * it are published. Its row stays behind then, to tell who took it in; what the picture is, the log tells from there on.
 */
export type HeldMedia = {
  media: Media;
  /** Id of the person. */
  takenInBy: string;
  /** Counts every change of the row. */
  version: number;
  publishedAt: Instant | null;
};

/** `expected`: the version it was decided on; null for a new one, of bytes that no other held picture has. */
export type HeldWrite = { held: HeldMedia; expected: number | null };

/** A picture as the desk has it, held or public. */
export type DeskPicture = {
  media: Media;
  /** The row's version while it is held; null once it is public. */
  held: number | null;
  takenInBy: string | null;
};

export type HeldMediaStore = {
  /** Those of the given ids that are held still, by id. */
  find: (ids: string[]) => Promise<HeldMedia[]>;
  /** Held still, by the SHA-256 of its original. */
  byDigest: (digest: string) => Promise<HeldMedia | null>;
  /** Those of the given ids that there are, held or public, by id. */
  pictures: (ids: string[]) => Promise<DeskPicture[]>;
  /** Held and public ones, the last taken in first. `words` stand in alternative text, caption or credit. */
  list: (ask: { limit: number; cursor: string | null; words: string | null }) => Promise<{
    items: DeskPicture[];
    next: string | null;
  }>;
  /** Held ones of which not all that is to be made was made, oldest first, after the given id. */
  unfinished: (after: string, limit: number) => Promise<HeldMedia[]>;
};

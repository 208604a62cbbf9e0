import type { Draft } from './desk/draft.ts';
import type { FaultRule } from './faults.ts';
import type { Instant } from './time.ts';

/**
 * Refusals are values: a command returns one, the edge (API, page, command line) turns it into words.
 * Breakage – a bug, a dead disk – is thrown instead.
 */
export type Refusal =
  | { type: 'unknown-story'; slug: string }
  | { type: 'unknown-update'; id: string }
  | { type: 'unknown-page'; slug: string }
  | { type: 'unknown-media'; id: string }
  | { type: 'story-ended' }
  /** What was told to readers stays; the sample alone can be thrown away. */
  | { type: 'not-the-sample' }
  | { type: 'update-retracted'; id: string }
  | { type: 'stale-version'; current: number }
  | { type: 'slug-taken'; slug: string }
  | { type: 'invalid'; errors: FieldError[] }
  | { type: 'unknown-draft'; id: string }
  /** It was published, filed, scheduled or discarded meanwhile; or another of its kind is open: `current`; `by` is the name of who did. */
  | { type: 'draft-moved'; draftId: string; current: Draft | null; by?: string | null }
  /** It may not go out before `until`; the clock stands at `now`. */
  | { type: 'embargoed'; until: Instant; now: Instant }
  /** Who filed it may not be the one who publishes it. */
  | { type: 'four-eyes' }
  | { type: 'unknown-person' }
  | { type: 'email-taken'; email: string }
  /** Nobody would be left who can manage people. */
  | { type: 'last-admin' }
  | { type: 'unknown-token' }
  /** A link that opens once opens no more. */
  | { type: 'link-spent'; state: 'used' | 'expired' | 'unknown' }
  | { type: 'busy' };

/** `pointer` is a JSON pointer (RFC 6901) into what was sent; `rule` and its `bound` say for programs what `detail` says. */
export type FieldError = { pointer: string; detail: string; rule?: FaultRule; bound?: number };

/** Storage could not be reached or written: full or read-only disk, database away. Writes answer 503, nothing was half-done. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}

/** The store of pictures could not be reached or written, or it refused us. Answers 503; nothing was half-done. */
export class BlobsUnavailable extends Error {
  override name = 'BlobsUnavailable';
}

/** More pictures are waiting to be looked at than we hold at once. Answers 503 with `Retry-After`. */
export class PicturesBusy extends Error {
  override name = 'PicturesBusy';
}

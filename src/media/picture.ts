import type { Offered, PictureFormat } from '../domain/media.ts';

/** A picture we take. */
export type Picture = {
  type: 'picture';
  format: PictureFormat;
  /** In px, as it is looked at: after the EXIF orientation. */
  width: number;
  height: number;
  /** Frames of an animation, of which the first is shown; 1 for a still. */
  frames: number;
  /** The colour there is most of, `#rrggbb`: stands in its place until it is there. */
  color: string;
  /** A preview of a dozen colours (`domain/blur.ts`), drawn as an inline SVG. */
  blur: string;
  /** What its own metadata says of it, for the editor to take or change. */
  offered: Offered;
};

/** `detail` is a sentence that says what to do; `bound` what is taken at most: megabytes, megapixels, frames. */
export type RefusedPicture = {
  type: 'refused';
  why: 'not-a-picture' | 'format' | 'too-large' | 'too-many-pixels' | 'damaged' | 'animated-too-long';
  detail: string;
  bound?: number;
};

export type Inspected = Picture | RefusedPicture;

export type PictureLimits = { bytes: number; pixels: number; frames: number };

/** 20 MB and 50 megapixels take what newsroom cameras and agencies send; more is refused before anything is decoded. */
export const PICTURE_LIMITS: PictureLimits = { bytes: 20_000_000, pixels: 50_000_000, frames: 500 };

export const CONTENT_TYPES: Record<PictureFormat, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

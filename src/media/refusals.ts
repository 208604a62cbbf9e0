import type { RefusedPicture } from './picture.ts';

/** Why a picture is not taken, each with a sentence that says what to do. */
const refused = (why: RefusedPicture['why'], detail: string, bound?: number): RefusedPicture => ({
  type: 'refused',
  why,
  detail,
  ...(bound !== undefined && { bound }),
});

const SEND = 'Send a JPEG, PNG, WebP, AVIF or GIF.';

/** Also what a picture is refused with that took the decoder down. */
export const damaged = (): RefusedPicture =>
  refused('damaged', 'The picture is cut off or damaged. Send the file again, or save it anew as JPEG.');

/** @param format What it is, where we know its name. */
export function refuseOther(format: string | null): RefusedPicture {
  if (format === null) return refused('not-a-picture', `This file is not a picture. ${SEND}`);
  const remedy =
    format === 'HEIC'
      ? 'Export it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible).'
      : SEND;
  return refused('format', `${format} files are not taken. ${remedy}`);
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const tooLarge = (bytes: number, limit: number): RefusedPicture =>
  refused(
    'too-large',
    `The picture has ${megabytes(bytes)}; at most ${megabytes(limit)} are taken. Save it smaller, or as JPEG.`,
    limit / 1e6,
  );

export const tooManyPixels = (width: number, height: number, limit: number): RefusedPicture =>
  refused(
    'too-many-pixels',
    `The picture is ${width} × ${height} px; at most ${limit / 1e6} megapixels are taken. Scale it down.`,
    limit / 1e6,
  );

export const tooLong = (frames: number, limit: number): RefusedPicture =>
  refused(
    'animated-too-long',
    `The animation has ${frames} frames; at most ${limit} are taken, of which the first is shown. Send a still.`,
    limit,
  );

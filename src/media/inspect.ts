import type { Metadata, Sharp } from 'sharp';
import { writeBlur } from '../domain/blur.ts';
import type { PictureFormat } from '../domain/media.ts';
import { dominantColor } from './color.ts';
import { sniff } from './format.ts';
import { metadataFile } from './metadata/file.ts';
import { offeredBy } from './metadata.ts';
import { PICTURE_LIMITS } from './picture.ts';
import type { Inspected, Picture, PictureLimits, RefusedPicture } from './picture.ts';
import { damaged, refuseOther, tooLarge, tooLong, tooManyPixels } from './refusals.ts';
import { sharp } from './sharp.ts';

/** Side of what a picture is reduced to for its colours, in px. */
const SMALL = 64;

/**
 * What a file is that somebody sent, by its content alone. Bytes and pixels are bounded before anything is decoded;
 * then all of it is decoded once, so that what is cut off or broken is refused here and not at midnight.
 */
export async function inspect(bytes: Uint8Array, limits: PictureLimits = PICTURE_LIMITS): Promise<Inspected> {
  if (bytes.length > limits.bytes) return tooLarge(bytes.length, limits.bytes);
  const sniffed = sniff(bytes);
  if (!('picture' in sniffed)) return refuseOther(sniffed.other);
  const metadata = await readHeader(bytes);
  const fault = metadata ? refuseHeader(metadata, sniffed.picture, limits) : damaged();
  if (fault) return fault;
  return look(openSource(bytes, limits.pixels), bytes, metadata!, sniffed.picture);
}

/** Its size as the file itself gives it, whatever that is: nothing is decoded here. */
async function readHeader(bytes: Uint8Array): Promise<Metadata | null> {
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
}

/** One frame, upright to come, refused by libvips where the header lied about its size. */
export function openSource(bytes: Uint8Array, pixels: number = PICTURE_LIMITS.pixels): Sharp {
  return sharp(bytes, { limitInputPixels: pixels, failOn: 'error', pages: 1, sequentialRead: true });
}

function refuseHeader(
  metadata: Metadata,
  format: PictureFormat,
  limits: PictureLimits,
): RefusedPicture | null {
  const { width, height, pages = 1 } = metadata;
  if (metadata.format !== (format === 'avif' ? 'heif' : format)) return damaged();
  if (width * height > limits.pixels) return tooManyPixels(width, height, limits.pixels);
  if (pages > limits.frames) return tooLong(pages, limits.frames);
  return null;
}

async function look(
  source: Sharp,
  bytes: Uint8Array,
  metadata: Metadata,
  format: PictureFormat,
): Promise<Picture | RefusedPicture> {
  const small = await reduce(source).catch(() => null);
  if (!small) return damaged();
  const { width, height } = metadata.autoOrient;
  return {
    type: 'picture',
    format,
    width,
    height,
    frames: metadata.pages ?? 1,
    color: dominantColor(small.data),
    blur: await blurOf(small, width / height),
    offered: offeredBy(format === 'jpeg' ? bytes : metadataFile(metadata)),
  };
}

type Small = { data: Buffer; width: number; height: number };

async function reduce(source: Sharp): Promise<Small> {
  const { data, info } = await source
    .autoOrient()
    .resize(SMALL, SMALL, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function blurOf({ data, width, height }: Small, ratio: number): Promise<string> {
  const [columns, rows] = ratio > 1.2 ? [4, 3] : ratio < 0.83 ? [3, 4] : [3, 3];
  const cells = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(columns, rows, { fit: 'fill' })
    .raw()
    .toBuffer();
  return writeBlur(columns, rows, cells);
}

import type { RenditionFormat } from '../domain/media.ts';
import { CONTENT_TYPES } from './picture.ts';

/** What a page offers: a width the browser chooses from, in the smallest format it knows. In px. */
export type RenditionSpec = { width: number; height: number; format: RenditionFormat };

export type Rendition = RenditionSpec & { bytes: Uint8Array; contentType: string };

/** Who is named in every rendition's own metadata (XMP), and nothing else of the original's. */
export type Printed = { credit: string | null; copyright: string | null };

/** JPEG first: it is made fastest and shown everywhere, so that a picture can stand in the page before its AVIF is ready. */
export const RENDITION_FORMATS: readonly RenditionFormat[] = ['jpeg', 'webp', 'avif'];

/** In px: a phone's column at one to three dots a pixel, up to a wide screen. */
export const RENDITION_WIDTHS: readonly number[] = [320, 480, 640, 960, 1280, 1920];

/** WebP can hold no more (RFC 9649 §2.5), in px. */
const MAX_HEIGHT = 16_383;

/** Between the original's own width and the step below there must be at least this much, or it is not worth another file. */
const WORTH_A_STEP = 1.1;

/** Every rendition of a picture of this size, in the order in which they are to be made; never wider than the original. */
export function plan(width: number, height: number): RenditionSpec[] {
  const tallest = Math.max(1, Math.floor((width / height) * MAX_HEIGHT));
  const widest = Math.min(width, RENDITION_WIDTHS.at(-1)!, tallest);
  const steps = RENDITION_WIDTHS.filter((step) => step * WORTH_A_STEP <= widest);
  const heightOf = (step: number) => Math.min(Math.max(Math.round((step * height) / width), 1), MAX_HEIGHT);
  return RENDITION_FORMATS.flatMap((format) =>
    [...steps, widest].map((step) => ({ width: step, height: heightOf(step), format })),
  );
}

export function contentTypeOf(spec: RenditionSpec): string {
  return CONTENT_TYPES[spec.format];
}

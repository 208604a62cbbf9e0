import type { FlatPost } from '../flat-post.ts';
import * as html from './html.ts';
import * as text from './text.ts';

/** A form that flat posts come in. A further one is a file beside these and a line here. */
export type ImportFormat = {
  /** How sure the format is of these bytes, 0 to 1. */
  detect(bytes: Uint8Array): number;
  /** Null where the bytes hold more parts than any post has. */
  parse(bytes: Uint8Array): FlatPost | null;
};

export const FORMATS = { html, text } satisfies Record<string, ImportFormat>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES: readonly ('auto' | FormatName)[] = ['auto', 'text', 'html'];

/** Reads bytes in the named format, or in the one that is surest of them. */
export function parsePost(bytes: Uint8Array, format: 'auto' | FormatName): FlatPost | null {
  if (format !== 'auto') return FORMATS[format].parse(bytes);
  const surest = Object.values(FORMATS).toSorted((one, two) => two.detect(bytes) - one.detect(bytes))[0];
  return (surest ?? text).parse(bytes);
}

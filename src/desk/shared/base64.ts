import { fromBase64, toBase64 } from 'lib0/buffer';

/** Bytes as JSON carries them. */
export const base64Of = (bytes: Uint8Array): string => toBase64(bytes);

/** Null where the text is no base64. */
export function bytesOf(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return fromBase64(text);
}

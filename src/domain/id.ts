import { millisecondsOf, type Instant } from './time.ts';

/** A UUIDv7 (RFC 9562 §5.7) of the given instant: ids sort by the time they were made. Made alike by server and console. */
export function newId(at: Instant): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const ms = millisecondsOf(at);
  const head = new DataView(bytes.buffer);
  head.setUint16(0, Math.floor(ms / 2 ** 32));
  head.setUint32(2, ms % 2 ** 32);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** True for one that tells when it was made (version 7): what a browser chooses an id by. */
export function isTimedId(text: string): boolean {
  return isId(text) && text[14] === '7' && /[89ab]/.test(text[19] ?? '');
}

/** True for the text form of a UUID of any version. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

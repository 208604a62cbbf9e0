import zlib from 'node:zlib';
import { shiftBy } from './crc32.ts';
import { chunk, pastOf, type Deflated, type Past, type Sendable } from './sendable.ts';

/** Beyond so many bytes a middling level is chosen: everyone else waits while they are compressed. */
const LONG = 65_536;

/**
 * Behind so many beats nothing is pointed back to any more, and the next event goes alone. Each past holds those that follow
 * it for as long as there is a beat: in a quiet story they would be one more every half a minute, with their 32 KB, for days.
 */
const MOST_FURTHER = 16;

/** The first ten bytes of a gzip stream (RFC 1952 §2.3): deflate, no name, no time, of no known system. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** A last, empty block of fixed codes (RFC 1951 §3.2.6). */
const LAST_BLOCK = Buffer.from([3, 0]);

const alone = new WeakMap<Sendable, Deflated>();

/** Compressed, once for all who were sent the same before it. */
export function deflated(sent: Sendable, past: Past | null): Deflated {
  const store = past?.after ?? alone;
  const known = store.get(sent);
  if (known) return known;
  const { plain } = sent;
  const bytes = zlib.deflateRawSync(plain, {
    level: plain.length > LONG ? 5 : 9,
    finishFlush: zlib.constants.Z_SYNC_FLUSH,
    ...(past && { dictionary: past.text }),
  });
  const made: Deflated = {
    chunked: chunk(bytes),
    past: sent.past ?? (past && further(past, plain)),
    crc: zlib.crc32(plain),
    shift: shiftBy(plain.length),
    size: plain.length,
  };
  store.set(sent, made);
  return made;
}

const further = (past: Past, plain: Buffer): Past | null =>
  past.further < MOST_FURTHER ? pastOf(Buffer.concat([past.text, plain]), past.further + 1) : null;

/** The end of a gzip stream, of all it said (RFC 1952 §2.3.1). */
export function gzipEnd(crc: number, size: number): Buffer {
  const end = Buffer.alloc(LAST_BLOCK.length + 8);
  LAST_BLOCK.copy(end);
  end.writeUInt32LE(crc, LAST_BLOCK.length);
  end.writeUInt32LE(size % 2 ** 32, LAST_BLOCK.length + 4);
  return end;
}

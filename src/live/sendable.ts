/**
 * What a decoder put out last, shared by all who were sent the same: what follows may point back into it.
 * `after` is what was compressed behind it.
 */
export type Past = {
  readonly text: Buffer;
  readonly after: WeakMap<Sendable, Deflated>;
  /** How many things without a past of their own, such as beats, it ends with. */
  readonly further: number;
};

/** What goes out to many: made once for all of them. */
export type Sendable = {
  readonly plain: Buffer;
  /** As a chunk of HTTP/1.1 chunked coding. */
  readonly chunked: Buffer;
  /** The end of it, where others were sent the same by another way; else it comes on top of what they were sent before. */
  readonly past?: Past;
};

/** A piece of a gzip stream that ends on a byte: whole for its reader as soon as it is there. */
export type Deflated = {
  readonly chunked: Buffer;
  /** What follows it can point back into; null where that is nothing. */
  readonly past: Past | null;
  /** The CRC-32 of what it says, and by what the one of all before it is shifted. */
  readonly crc: number;
  readonly shift: number;
  /** Bytes of what it says. */
  readonly size: number;
};

/** How far back in what it put out a decoder can be pointed (RFC 1951 §2), bytes. */
const WINDOW = 32_768;

export const pastOf = (text: Buffer, further = 0): Past => ({
  text: text.subarray(-WINDOW),
  after: new WeakMap(),
  further,
});

/** As a chunk of HTTP/1.1 chunked coding (RFC 9112 §7.1). */
export function chunk(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, CRLF]);
}

export function sendable(text: string): Sendable {
  const plain = Buffer.from(text);
  return { plain, chunked: chunk(plain) };
}

const CRLF = Buffer.from('\r\n');
export const LAST_CHUNK = Buffer.from('0\r\n\r\n');

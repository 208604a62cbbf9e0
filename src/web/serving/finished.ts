import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Coding } from './accept-encoding.ts';

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

/** What pages are compressed with while a reader waits; assets, made once, get the best there is. */
const ON_THE_WAY = 5;
const BEST = 11;

/** A finished answer: its bytes in each coding, made once and only when first asked for. */
export type Finished = {
  contentType: string;
  /** First 16 hex digits of the SHA-256 of the bytes. */
  digest: string;
  /** Bytes, uncompressed. */
  size: number;
  /** The `Content-Security-Policy` it goes out with, where it has one of its own. */
  policy?: string;
  /** Compressed by its own format: it goes out as it is. */
  packed?: boolean;
  body(coding: Coding): Promise<Buffer>;
};

export function finish(contentType: string, text: string, { best = false } = {}): Finished {
  const identity = Buffer.from(text);
  const made = new Map<Coding, Promise<Buffer>>([['identity', Promise.resolve(identity)]]);
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: best ? BEST : ON_THE_WAY } };
  const make = (coding: Coding): Promise<Buffer> =>
    coding === 'br' ? brotli(identity, quality) : gzip(identity, { level: best ? 9 : 6 });
  return {
    contentType,
    digest: digestOf(identity),
    size: identity.length,
    body(coding) {
      const known = made.get(coding);
      if (known) return known;
      const body = make(coding);
      made.set(coding, body);
      return body;
    },
  };
}

/** A picture, finished. */
export function finishPacked(contentType: string, bytes: Buffer): Finished {
  return { contentType, digest: digestOf(bytes), size: bytes.length, packed: true, body: async () => bytes };
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Coding } from './accept-encoding.ts';

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);
const zstd = promisify(zlib.zstdCompress);

/** What pages are compressed with while a reader waits; assets, made once, get the best there is. */
const ON_THE_WAY = { br: 5, zstd: 9, gzip: 6 };
const BEST = { br: 11, zstd: 19, gzip: 9 };

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
  /** It stood when storage was last reached: it may not be what stands. */
  lastKnown?: boolean;
  body(coding: Coding): Promise<Buffer>;
};

export function finish(contentType: string, text: string, { best = false } = {}): Finished {
  const identity = Buffer.from(text);
  const made = new Map<Coding, Promise<Buffer>>([['identity', Promise.resolve(identity)]]);
  const level = best ? BEST : ON_THE_WAY;
  const make = (coding: Coding): Promise<Buffer> => {
    if (coding === 'br')
      return brotli(identity, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: level.br } });
    if (coding === 'zstd')
      return zstd(identity, { params: { [zlib.constants.ZSTD_c_compressionLevel]: level.zstd } });
    return gzip(identity, { level: level.gzip });
  };
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

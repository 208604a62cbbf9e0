/**
 * Where pictures lie: bytes under a key, each with its content type. A folder (`disk.ts`) or any S3-compatible store
 * (`s3.ts`); `contract.ts` holds what both promise. Everything but a bad key throws `BlobsUnavailable`.
 */
export type Blobs = {
  /** Resolves when the bytes are safe: synced to disk, or acknowledged by the store. Replaces what lay there, whole or not at all. */
  put: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  get: (key: string) => Promise<Blob | null>;
  has: (key: string) => Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete: (key: string) => Promise<void>;
  /** Every key that begins so, in no order; `''` is all. It may walk the whole store: for backups and sweeping, not for pages. */
  list: (prefix: string) => AsyncIterable<string>;
};

export type Blob = { bytes: Buffer; contentType: string };

const KEY = /^[a-z0-9_-][a-z0-9._-]*(?:\/[a-z0-9_-][a-z0-9._-]*)*$/;
const CONTENT_TYPE = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/;

/** In UTF-16 units; the whole key is one file name on disk. */
const MAX_KEY = 200;

/** Whether it is a key: small letters, digits, `.`, `_`, `-` in parts between slashes, no part beginning with a dot. */
export function isKey(key: string): boolean {
  return key.length <= MAX_KEY && KEY.test(key);
}

/** Throws a `RangeError` where it is none: keys are made by us, never by a stranger. */
export function checkKey(key: string): string {
  if (!isKey(key)) throw new RangeError(`not a key for a picture: ${JSON.stringify(key.slice(0, MAX_KEY))}`);
  return key;
}

/** Throws a `RangeError` where it is not `type/subtype` in small letters. */
export function checkContentType(contentType: string): string {
  if (contentType.length > 100 || !CONTENT_TYPE.test(contentType))
    throw new RangeError(`not a content type: ${JSON.stringify(contentType.slice(0, 100))}`);
  return contentType;
}

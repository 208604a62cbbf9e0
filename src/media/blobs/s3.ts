import { createHash } from 'node:crypto';
import { BlobsUnavailable } from '../../domain/errors.ts';
import { checkContentType, checkKey, isKey } from './blobs.ts';
import type { Blobs } from './blobs.ts';
import { readListing } from './s3-listing.ts';
import type { Listing } from './s3-listing.ts';
import { openS3Requests } from './s3-request.ts';
import type { S3Connection } from './s3-request.ts';

export type S3Setting = S3Connection & {
  /** Before every key, so that newsrooms can share a bucket. */
  prefix?: string;
  /** Keys a page of a listing; a thousand is what stores give at most. */
  page?: number;
};

/** Pictures in a bucket of any S3-compatible store. Asks nothing at the start: a store that is away is seen at the first call. */
export function openS3Blobs(setting: S3Setting): Blobs {
  const prefix = setting.prefix === undefined || setting.prefix === '' ? '' : `${checkKey(setting.prefix)}/`;
  const { ask, askForKey } = openS3Requests(setting);
  const at = (key: string) => prefix + checkKey(key);

  return {
    async put(key, bytes, contentType) {
      const headers = {
        'content-type': checkContentType(contentType),
        'x-amz-content-sha256': sha256(bytes),
      };
      await ask('PUT', at(key), { headers, body: bytes });
    },
    async get(key) {
      const answer = await askForKey('GET', at(key));
      if (!answer) return null;
      return {
        bytes: answer.body,
        contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
      };
    },
    async has(key) {
      return (await askForKey('HEAD', at(key))) !== null;
    },
    async delete(key) {
      await askForKey('DELETE', at(key));
    },
    async *list(asked) {
      let token: string | null = null;
      do {
        const page = await listPage(prefix + asked, token);
        const keys = page.keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
        // What else lies in the bucket is not ours.
        yield* keys.filter(isKey);
        if (page.next !== null && page.next === token)
          throw new BlobsUnavailable('the store lists in circles');
        token = page.next;
      } while (token !== null);
    },
  };

  async function listPage(begins: string, token: string | null): Promise<Listing> {
    const query = {
      'list-type': '2',
      'max-keys': String(setting.page ?? 1000),
      prefix: begins,
      ...(token !== null && { 'continuation-token': token }),
    };
    return readListing((await ask('GET', '', { query })).body.toString());
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

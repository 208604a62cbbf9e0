import type { Blobs } from './blobs/blobs.ts';
import { openDiskBlobs } from './blobs/disk.ts';
import { openS3Blobs, type S3Setting } from './blobs/s3.ts';

/** Where pictures are kept: a folder, or an S3-compatible store. */
export type BlobsPlace = { folder: string } | { s3: S3Setting };

/** Asks nothing of the place yet: what is away at the start may be back with the first picture, and pages need none. */
export function openBlobs(place: BlobsPlace): Blobs {
  return 's3' in place ? openS3Blobs(place.s3) : onceNeeded(() => openDiskBlobs(place.folder));
}

function onceNeeded(open: () => Promise<Blobs>): Blobs {
  let opened: Promise<Blobs> | null = null;
  const blobs = (): Promise<Blobs> => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    put: async (key, bytes, contentType) => (await blobs()).put(key, bytes, contentType),
    get: async (key) => (await blobs()).get(key),
    has: async (key) => (await blobs()).has(key),
    delete: async (key) => (await blobs()).delete(key),
    async *list(prefix) {
      yield* (await blobs()).list(prefix);
    },
  };
}

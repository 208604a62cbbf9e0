import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { BlobsUnavailable } from '../../domain/errors.ts';
import { checkKey, isKey } from './blobs.ts';
import type { Blobs } from './blobs.ts';
import { unwrap, wrap } from './typed-file.ts';

/** Files that a crash left half-written are swept at the next start once they are this old, in ms: no other process writes so long. */
const LEFT_OVER = 3_600_000;

/** What stands for `/` in a file's name: no key holds it. */
const SLASH = '+';

/**
 * Pictures in a folder, fanned out over 256 folders by the key's hash. A file is written beside, synced, then renamed:
 * after a kill at any moment a key has its old bytes or its new ones. The folder belongs to one newsroom, whose
 * processes may share it.
 */
export async function openDiskBlobs(folder: string): Promise<Blobs> {
  const unfinished = path.join(folder, '.unfinished');
  await orUnavailable(fs.mkdir(unfinished, { recursive: true }));
  await orUnavailable(sweep(unfinished));

  return {
    async put(key, bytes, contentType) {
      const file = fileOf(folder, key);
      const content = wrap(bytes, contentType);
      await orUnavailable(replace(file, path.join(unfinished, randomUUID()), content));
    },
    async get(key) {
      const file = fileOf(folder, key);
      return orUnavailable(orNull(fs.readFile(file).then(unwrap)));
    },
    async has(key) {
      return (await orUnavailable(orNull(fs.stat(fileOf(folder, key))))) !== null;
    },
    async delete(key) {
      const file = fileOf(folder, key);
      await orUnavailable(fs.rm(file, { force: true }));
    },
    async *list(prefix) {
      for (const place of await orUnavailable(fs.readdir(folder))) {
        if (!/^[0-9a-f]{2}$/.test(place)) continue;
        const names = await orUnavailable(fs.readdir(path.join(folder, place)));
        const keys = names.map((name) => name.replaceAll(SLASH, '/'));
        yield* keys.filter((key) => key.startsWith(prefix) && isKey(key));
      }
    },
  };
}

function fileOf(folder: string, key: string): string {
  const place = createHash('sha256').update(checkKey(key)).digest('hex').slice(0, 2);
  return path.join(folder, place, key.replaceAll('/', SLASH));
}

async function replace(file: string, beside: string, content: Uint8Array): Promise<void> {
  const place = path.dirname(file);
  const made = await fs.mkdir(place, { recursive: true });
  try {
    await fs.writeFile(beside, content, { flush: true, flag: 'wx' });
    await fs.rename(beside, file);
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(place);
  if (made !== undefined) await syncFolder(path.dirname(place));
}

/** A rename is safe once its folder is synced; Windows cannot open a folder, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await fs.open(folder, 'r');
  await handle.sync();
}

async function sweep(unfinished: string): Promise<void> {
  for (const name of await fs.readdir(unfinished)) {
    const file = path.join(unfinished, name);
    const found = await orNull(fs.stat(file));
    if (found && Date.now() - found.mtimeMs > LEFT_OVER) await fs.rm(file, { force: true });
  }
}

async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function orUnavailable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new BlobsUnavailable(`the folder of pictures: ${(error as Error).message}`, { cause: error });
  }
}

import fs from 'node:fs/promises';
import path from 'node:path';
import type { Newsroom } from '../commands/perform.ts';
import type { PhotoInput } from '../commands/top-fields.ts';
import type { Config } from '../config.ts';
import { localPictures, type LocalPicture } from '../importer/html/local-pictures.ts';
import { detect } from '../importer/formats/html.ts';
import { mediaPath } from '../domain/media.ts';
import type { Call } from './command.ts';

/** A picture that lies beside a post, and its bytes; null where it could not be read. */
type Beside = LocalPicture & { bytes: Uint8Array | null };

/** The pictures a page names that lie in its folder or below. Nothing outside it is read, whatever a link in it says. */
export async function picturesBeside({ words }: Call, bytes: Uint8Array): Promise<Beside[]> {
  const [source = '-'] = words;
  if (source === '-' || detect(bytes) === 0) return [];
  const folder = await fs.realpath(path.dirname(source));
  return Promise.all(
    localPictures(bytes).map(async (picture) => ({
      ...picture,
      bytes: await readWithin(folder, picture.name),
    })),
  );
}

/** As much as a picture may have, in bytes. */
const LARGEST = 20_000_000;

async function readWithin(folder: string, name: string): Promise<Uint8Array | null> {
  try {
    const file = await fs.realpath(path.join(folder, name));
    if (!file.startsWith(folder + path.sep)) return null;
    const { size } = await fs.stat(file);
    return size > LARGEST ? null : await fs.readFile(file);
  } catch {
    return null;
  }
}

/** Takes them in. The first with alternative text becomes the lead picture; where the others stood is told, each by its address. */
export async function takeBeside(
  config: Config,
  newsroom: Newsroom,
  pictures: Beside[],
): Promise<{ photo: PhotoInput | null; warnings: string[] }> {
  if (pictures.length === 0) return { photo: null, warnings: [] };
  const { withLibrary } = await import('../app.ts');
  return withLibrary(config, newsroom, async (library) => {
    let photo: PhotoInput | null = null;
    const warnings: string[] = [];
    for (const { name, alt, bytes } of pictures) {
      const taken =
        bytes &&
        (await library.takeIn({ actor: 'import', bytes, details: { alt: alt?.slice(0, 2000) ?? null } }));
      if (taken?.type !== 'written') {
        const why = taken?.type === 'refused' ? taken.detail : 'It cannot be read in the folder of the post.';
        warnings.push(`The picture ${name} was left out. ${why}`);
        continue;
      }
      const { id, alt: told } = taken.media;
      if (photo === null && told !== null) photo = { mediaId: id };
      else warnings.push(`The picture ${name} was taken in as ${mediaPath(id)}, and has still to be placed.`);
    }
    await library.settled();
    return { photo, warnings };
  });
}

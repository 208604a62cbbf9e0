import { picturesIn } from '../domain/document.ts';
import { withRenditions, originalKey, type Media } from '../domain/media.ts';
import { picturesOfTop } from '../domain/story.ts';
import type { Storage } from '../storage/storage.ts';
import type { CheckedExport } from './read-export.ts';

type Described = Pick<Media, 'digest' | 'renditions'>;

/** Whether there is a blob at that key in this newsroom's store. */
export type HasBlob = (key: string) => Promise<boolean>;

/**
 * An export names pictures and has no bytes of them. Of how many the bytes are not here, how many those are as far as
 * is known, and what is to be done about it, in a sentence; null where all are here.
 */
export async function picturesMissing(
  storage: Storage,
  has: HasBlob,
  checked: CheckedExport,
): Promise<string | null> {
  const described = describedIn(checked);
  const named = new Set([
    ...described.keys(),
    ...checked.stories.flatMap(({ played }) => played.rows.flatMap(picturesOf)),
  ]);
  for (const media of await storage.media([...named])) described.set(media.id, media);
  let [missing, bytes] = [0, 0];
  for (const id of named) {
    const picture = described.get(id);
    if (picture && (await has(originalKey(picture.digest)))) continue;
    missing += 1;
    for (const rendition of picture?.renditions ?? []) bytes += rendition.bytes;
  }
  if (missing === 0) return null;
  const what = missing === 1 ? 'One picture is' : `${missing} pictures are`;
  const weight = bytes === 0 ? '' : ` ${bytes} bytes and the originals are missing here:`;
  return `${what} named in the export, which holds no pictures:${weight} copy them from where it was made (DATA_DIR/media, or its S3 bucket).`;
}

/** What the export itself says of pictures. */
function describedIn({ site, media }: CheckedExport): Map<string, Described> {
  const described = new Map<string, Described>(media.map((one) => [one.mediaId, one]));
  for (const { happening } of site?.events ?? []) {
    if (happening.kind === 'media') described.set(happening.mediaId, happening);
    const before = happening.kind === 'renditions' && described.get(happening.mediaId);
    if (!before) continue;
    const renditions = withRenditions(before.renditions, happening.renditions);
    described.set(happening.mediaId, { digest: before.digest, renditions });
  }
  return described;
}

function picturesOf(row: CheckedExport['stories'][number]['played']['rows'][number]): string[] {
  if (row.row === 'update') return picturesIn(row.value.body);
  return row.row === 'top' ? picturesOfTop(row.value.top) : [];
}

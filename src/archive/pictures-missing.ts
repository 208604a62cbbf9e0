import { picturesIn } from '../domain/document.ts';
import { picturesOfTop } from '../domain/story.ts';
import type { Storage } from '../storage/storage.ts';
import type { CheckedExport } from './read-export.ts';

/** An export names pictures and has no bytes of them. What is to be done about it, in a sentence; null where all are known here. */
export async function picturesMissing(
  storage: Storage,
  { site, stories }: CheckedExport,
): Promise<string | null> {
  const named = new Set(stories.flatMap(({ played }) => played.rows.flatMap(picturesOf)));
  for (const { happening } of site?.events ?? [])
    if (happening.kind === 'media') named.add(happening.mediaId);
  const known = new Set((await storage.media([...named])).map(({ id }) => id));
  const missing = [...named].filter((id) => !known.has(id)).length;
  if (missing === 0) return null;
  const what = missing === 1 ? 'One picture is' : `${missing} pictures are`;
  return `${what} named in the export, which holds no pictures: copy them from where it was made (DATA_DIR/media, or its S3 bucket), with the site’s own export.`;
}

function picturesOf(row: CheckedExport['stories'][number]['played']['rows'][number]): string[] {
  if (row.row === 'update') return picturesIn(row.value.body);
  return row.row === 'top' ? picturesOfTop(row.value.top) : [];
}

import type { Draft, DraftContent, DraftVersion } from '../../domain/desk/draft.ts';
import type { Storage } from '../../storage/storage.ts';

/**
 * An update's words with the name of who wrote it, where none was chosen and the story's byline does not tell it already.
 * What was pasted was begun by nobody here: whoever took it in did not write it.
 */
export async function signed(
  { people }: Pick<Storage, 'people'>,
  { kind, createdBy }: Draft,
  content: DraftContent,
  { begun, byline }: { begun: DraftVersion | null; byline: readonly string[] },
): Promise<DraftContent> {
  if (kind !== 'update' || begun === null || content.author.trim() !== '') return content;
  const writer = await people.find(createdBy);
  return writer && !byline.includes(writer.name) ? { ...content, author: writer.name } : content;
}

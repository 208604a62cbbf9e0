import type { Storage, StoryAtHead } from '../../storage/storage.ts';

/**
 * A story by any address it has or had, with the heads of its log and of the site's: what its pages are cached by.
 * They are read before a page is made: should more have happened meanwhile, the next reader gets a new rendering.
 */
export async function storyAt(
  storage: Storage,
  slug: string,
): Promise<(StoryAtHead & { siteSeq: number }) | null> {
  const at = await storage.findStory({ slug });
  return at && { ...at, siteSeq: (await storage.site()).seq };
}

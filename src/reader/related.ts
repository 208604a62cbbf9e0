import { createHash } from 'node:crypto';
import { slugOf } from '../domain/slug.ts';
import type { Story } from '../domain/story.ts';
import type { Related } from '../render/related.ts';
import type { Storage } from '../storage/storage.ts';

/** Other stories a page leads on to. */
const RELATED = 4;

/** Stories whose list is kept; of more they are read anew. */
const KEPT = 1000;

/** `digest` tells the lists apart: headlines turn without an event of the story that leads on to them. */
export type RelatedAt = { related: Related; digest: string };

/** Tells which stories a story leads on to. They are read once for each event anywhere, and not for every reader. */
export function relatedReader(storage: Storage): (story: Story) => Promise<RelatedAt> {
  const kept = new Map<string, RelatedAt>();
  let keptAt = 0;
  return async (story) => {
    const position = await storage.position();
    if (position !== keptAt || kept.size >= KEPT) kept.clear();
    keptAt = position;
    const known = kept.get(story.id);
    if (known) return known;
    const related = await read(storage, story);
    const digest = createHash('sha256').update(JSON.stringify(related)).digest('base64url').slice(0, 16);
    // Should something have happened meanwhile, this is of no position.
    if (keptAt === position) kept.set(story.id, { related, digest });
    return { related, digest };
  };
}

/** Of its own section, or of any where that has no other. */
async function read(storage: Storage, { id, section }: Story): Promise<Related> {
  const own = section === null ? [] : await storage.relatedStories(id, slugOf(section), RELATED);
  if (own.length > 0) return { section, stories: own };
  return { section: null, stories: await storage.relatedStories(id, null, RELATED) };
}

import { updateJson } from '../distribution/formats/story-json.ts';
import type { Update } from '../domain/update.ts';
import type { Snapshot } from '../storage/storage.ts';

/** An update as the API shows it: as readers get it, and its body as it can be sent back. */
export function updateView(update: Update, { story, corrections }: Snapshot, baseUrl: string) {
  const own = corrections.filter(({ updateId }) => updateId === update.id);
  return {
    ...updateJson(update, own, { baseUrl, slug: story.slug }),
    story: story.slug,
    document: update.status === 'retracted' ? null : update.body,
  };
}

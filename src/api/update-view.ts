import { updateJson } from '../distribution/formats/story-json.ts';
import { viewOf } from '../render/view.ts';
import type { Update } from '../domain/update.ts';
import type { Snapshot } from '../storage/storage.ts';

/** An update as the API shows it: as readers get it, and its body as it can be sent back. */
export function updateView(update: Update, snapshot: Snapshot, baseUrl: string) {
  const { story, corrections } = snapshot;
  const own = corrections.filter(({ updateId }) => updateId === update.id);
  return {
    ...updateJson(viewOf(snapshot), update, own, baseUrl),
    story: story.slug,
    document: update.status === 'retracted' ? null : update.body,
  };
}

import type { Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Storage } from '../../storage/storage.ts';
import { invalid, onOpen, type DraftVerb } from './act.ts';

/** The version of what a draft is over, as it is published; null where nothing is. */
export async function publishedVersion(storage: Storage, draft: Draft): Promise<number | null> {
  if (draft.kind === 'top') return (await storage.findStory({ id: draft.storyId }))?.story.topVersion ?? null;
  if (draft.updateId === null || draft.kind === 'update') return null;
  return (await storage.findUpdate(draft.updateId))?.version ?? null;
}

/** Says that what was published up to `baseVersion` is taken into the draft: publishing it overwrites nothing unseen. `standing`: the version that is published. */
export function rebaseDraft(baseVersion: number, standing: number | null): DraftVerb {
  const unknown: Refusal = invalid('/baseVersion', 'names no version that was published');
  return onOpen(({ draft }) => {
    if (draft.baseVersion === baseVersion) return { type: 'same' };
    // A top that was begun while its story was being opened has none: it is over nothing yet.
    const from = draft.kind === 'top' ? (draft.baseVersion ?? 0) : draft.baseVersion;
    if (standing === null || from === null || baseVersion < from || baseVersion > standing) return unknown;
    return { type: 'changed', change: { baseVersion }, act: 'rebase-draft', detail: { baseVersion } };
  });
}

import type { Draft, DraftKind } from '../../domain/desk/draft.ts';
import type { DraftWrite } from '../../storage/desk/draft-store.ts';
import type { Storage } from '../../storage/storage.ts';

/** Days of one story that are followed. */
const LONGEST = 1000;

/**
 * The story that what is begun for `storyId` belongs to: an update goes on with its story, whoever wrote it in a tunnel while
 * the next day was opened.
 */
export async function lastDayOf(storage: Storage, storyId: string, kind: DraftKind): Promise<string> {
  if (kind !== 'update') return storyId;
  let last = storyId;
  for (let day = 0; day < LONGEST; day += 1) {
    const next = (await storage.findStory({ id: last }))?.story.nextId ?? null;
    if (next === null) break;
    last = next;
  }
  return last;
}

/** The same draft, of the story that goes on. */
export function goingOn(draft: Draft, storyId: string): DraftWrite {
  const { version } = draft;
  return { draft: { ...draft, storyId, version: version + 1 }, expected: { version } };
}

/** The draft where its story goes on: it may have been begun while the next day was being opened. */
export async function broughtAlong(storage: Storage, draft: Draft): Promise<Draft> {
  const last = await lastDayOf(storage, draft.storyId, draft.kind);
  if (last === draft.storyId) return draft;
  const moved = goingOn(draft, last);
  const done = await storage.commit({ logs: [], rows: [], activity: [], drafts: [moved] });
  if (done.type === 'committed') return moved.draft;
  return (await storage.drafts.find(draft.id)) ?? draft;
}

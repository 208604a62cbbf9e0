import type { DeskEvent } from '../../shared/wire.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

type Key = readonly string[];

/** At most so often, ms, the same thing is asked for anew: somebody who types makes an event a second. */
const APART_MS = 300;

/** What an event makes stale; `null`: everything. */
export function staleKeys(event: DeskEvent): Key[] | null {
  switch (event.event) {
    case 'hello':
    case 'missed':
      return null;
    case 'draft':
      return [
        keys.draft(event.draftId),
        keys.draftVersions(event.draftId),
        keys.preview(event.draftId),
        keys.story(event.storyId),
        keys.stories,
        keys.trash,
        keys.activity,
      ];
    case 'story':
      return [
        keys.story(event.storyId),
        keys.storyUpdates(event.storyId),
        keys.storyTops(event.storyId),
        keys.preview(event.storyId),
        keys.stories,
        keys.trash,
        ['update-history'],
        keys.activity,
      ];
    case 'site':
      return [keys.site, keys.session, keys.stories, keys.media];
    case 'notes':
      // A handover note stands with the story itself.
      return [keys.notes(event.storyId), keys.story(event.storyId), keys.mentions, keys.activity];
    case 'people':
      // What one may in a story stands with it.
      return [
        keys.people,
        keys.invitations,
        keys.tokens,
        keys.session,
        keys.activity,
        ['story'],
        ['story-grants'],
      ];
    case 'beat':
    case 'signed-out':
    case 'presence':
    case 'readers':
      return [];
  }
}

const due = new Map<string, Key>();
let timer: ReturnType<typeof setTimeout> | undefined;

function flush(): void {
  timer = undefined;
  if (due.size === 0) return;
  const all = [...due.values()];
  due.clear();
  for (const queryKey of all) void queryClient.invalidateQueries({ queryKey });
  timer = setTimeout(flush, APART_MS);
}

/** Has everything that is shown asked for anew. */
export const allStale = (): void => void queryClient.invalidateQueries();

/** Has what an event concerns asked for anew, where it is shown: at once, then not more often than is of use. */
export function staleBy(event: DeskEvent): void {
  const stale = staleKeys(event);
  if (stale === null) return allStale();
  for (const key of stale) due.set(key.join('\n'), key);
  if (timer === undefined) flush();
}

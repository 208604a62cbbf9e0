import { useMemo, useRef } from 'react';
import { useSession, type SignedIn } from '../../../net/session.ts';
import { useAllKeptWords, useQueue } from '../../../offline/use-queue.ts';
import { unopenedStory } from '../../../../shared/unopened-story.ts';
import type { Draft, StoryWire } from '../../../../shared/wire.ts';
import { keptOf } from '../stream/kept-of.ts';
import { openTopOf } from '../stream/open-edit.ts';

/**
 * A story begun on this device, as the newsroom will tell of it once it has heard of it: until then nobody else knows it. It
 * stands here until it is told, though its words have arrived.
 */
export function useBegunHere(storyId: string): StoryWire | null {
  const session = useSession();
  const queue = useQueue();
  const words = useAllKeptWords();
  const last = useRef<StoryWire | null>(null);
  const begun = useMemo(() => {
    const drafts = keptOf(queue, words, storyId).drafts([], session.person.id);
    const isBegun =
      queue.some(({ asked }) => asked.opens && asked.storyId === storyId) ||
      words.some(({ beginning }) => beginning.opens && beginning.storyId === storyId);
    return isBegun ? unopened(storyId, drafts, session) : null;
  }, [queue, words, storyId, session]);
  last.current = begun ?? (last.current?.id === storyId ? last.current : null);
  return last.current;
}

function unopened(id: string, drafts: Draft[], { may, person, site }: SignedIn): StoryWire {
  return {
    ...unopenedStory(id, openTopOf({ drafts })?.content.top, site),
    drafts,
    may,
    late: [],
    handover: null,
    names: { [person.id]: person.name },
  };
}

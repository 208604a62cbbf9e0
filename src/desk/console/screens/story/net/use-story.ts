import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import type { StoryWire, UpdatesWire, UpdateWire } from '../../../../shared/wire.ts';

/** The story as it stands; the stream has it asked for anew whenever somebody does something to it. */
export const useStory = (storyId: string) =>
  useQuery({
    queryKey: keys.story(storyId),
    queryFn: ({ signal }) => ask<StoryWire>('GET /stories/:storyId', { params: { storyId }, signal }),
  });

const PAGE = 40;

/**
 * The updates before the first page, as far as they were asked for. From where they go on is settled when they are first asked
 * for: what then slips from the first page is remembered, so that nothing is missing and nothing moves.
 */
export function useOlder(story: StoryWire | undefined) {
  const [from, setFrom] = useState<number | null>(null);
  const slipped = useRef(new Map<string, UpdateWire>());
  useEffect(() => {
    for (const update of story?.updates ?? []) slipped.current.set(update.id, update);
  }, [story]);
  const asked = useInfiniteQuery({
    queryKey: [...keys.storyUpdates(story?.id ?? ''), from],
    enabled: from !== null,
    initialPageParam: from,
    queryFn: ({ pageParam, signal }) =>
      ask<UpdatesWire>('GET /stories/:storyId/updates', {
        params: { storyId: story?.id ?? '' },
        query: { before: pageParam, limit: PAGE },
        signal,
      }),
    getNextPageParam: ({ more, updates }: UpdatesWire) => (more ? updates.at(-1)?.seq : undefined),
  });
  const pages = asked.data?.pages ?? [];
  const older = pages.flatMap((page) => page.updates);
  return {
    updates: older.length === 0 ? [] : [...older, ...slipped.current.values()],
    more: pages.at(-1)?.more ?? story?.more ?? false,
    busy: asked.isFetching,
    load: () => {
      if (from === null) setFrom(story?.updates.at(-1)?.seq ?? null);
      else void asked.fetchNextPage();
    },
  };
}

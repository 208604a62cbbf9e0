import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { StoryCardWire } from '../../../shared/wire.ts';
import type { StoriesWire } from '../../../shared/wire-reads.ts';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';

export type FoundStories = {
  stories: StoryCardWire[];
  /** Nothing is known of them yet. */
  isPending: boolean;
  error: Error | null;
  refetch: () => void;
  hasMore: boolean;
  isFetchingMore: boolean;
  more: () => void;
};

/** Stories in a state, with words of their headline; what changed last comes first. While another list is asked for the one before stands. */
export function useStories(state: string, q: string): FoundStories {
  const query = useInfiniteQuery({
    queryKey: keys.storiesFound(state, q),
    queryFn: ({ signal, pageParam }) =>
      ask<StoriesWire>('GET /stories', { query: { state, q, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    stories: once(query.data?.pages.flatMap(({ items }) => items) ?? []),
    isPending: query.isPending,
    error: query.error,
    refetch: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isFetchingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  };
}

/** One that changed between two pages is on both. */
function once(stories: StoryCardWire[]): StoryCardWire[] {
  const seen = new Set<string>();
  return stories.filter(({ id }) => !seen.has(id) && seen.add(id));
}

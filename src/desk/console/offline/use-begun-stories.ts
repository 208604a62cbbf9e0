import type { KeptWords } from './kept-words.ts';
import type { QueueItem } from './queue-item.ts';
import { useAllKeptWords, useQueue } from './use-queue.ts';

/** A story begun here whose top the newsroom has not whole: its filing, or its words. */
export type BegunStory = { storyId: string } & (
  | { item: QueueItem; kept: null }
  | { item: null; kept: KeptWords }
);

/** Stories that wait on this device to be heard of, or opened, in the order they were begun. */
export function useBegunStories(): BegunStory[] {
  const items = useQueue().filter(({ asked }) => asked.opens);
  const drafts = useAllKeptWords().filter(({ beginning }) => beginning.opens);
  const begun: BegunStory[] = [
    ...items.map((item) => ({ storyId: item.asked.storyId, item, kept: null })),
    ...drafts.map((kept) => ({ storyId: kept.beginning.storyId, item: null, kept })),
  ];
  return begun.toSorted((a, b) => (a.storyId < b.storyId ? -1 : 1));
}

import { useMemo } from 'react';
import { useListened } from '../kit/listened.ts';
import { isOpenHere } from '../net/open-connections.ts';
import { useLine } from '../net/line.ts';
import { keptWords, type KeptWords } from './kept-words.ts';
import { queueItems, type QueueItem } from './queue.ts';

/** What waits on this device for the person signed in, in the order it goes out. */
export const useQueue = (): QueueItem[] => useListened(queueItems);

/** Drafts begun on this device of which the newsroom has not all. */
export const useAllKeptWords = (): KeptWords[] => useListened(keptWords);

/** Drafts begun on this device that the newsroom has not heard of; while it is heard, not those it hears of any moment. */
export function useKeptWords(personId: string): KeptWords[] {
  const all = useAllKeptWords();
  const line = useLine();
  return useMemo(
    () => (line === 'trying' ? all : all.filter(({ draftId }) => !isOpenHere(personId, draftId))),
    [all, line, personId],
  );
}

import { useListened } from '../kit/listened.ts';
import { queueItems, type QueueItem } from './queue.ts';

/** What waits on this device for the person signed in, in the order it goes out. */
export const useQueue = (): QueueItem[] => useListened(queueItems);

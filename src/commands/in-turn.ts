/** The end of the queue of each story, by whose storage it is written through. */
const queues = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Commands of this thread on one story wait for one another instead of deciding on what the other is about to change.
 * Between threads and nodes the expected version decides.
 */
export async function inTurn<T>(storage: object, storyId: string, work: () => Promise<T>): Promise<T> {
  let queue = queues.get(storage);
  if (!queue) queues.set(storage, (queue = new Map()));
  const before = queue.get(storyId) ?? Promise.resolve();
  const turn = before.then(work, work);
  queue.set(storyId, turn);
  try {
    return await turn;
  } finally {
    if (queue.get(storyId) === turn) queue.delete(storyId);
  }
}
